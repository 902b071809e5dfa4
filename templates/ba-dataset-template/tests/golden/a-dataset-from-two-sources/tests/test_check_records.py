import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "scripts"))

from check_records import check_records, read_json  # noqa: E402

NOW = "2026-06-01T00:00:00Z"


def check(*lines):
    return check_records(lines, read_json("schema/record.schema.json"), read_json("quality/checks.json"), NOW)


class CheckRecordsTest(unittest.TestCase):
    def test_accepts_what_fits(self):
        self.assertEqual(check("id,recorded_at,value", "a,2026-01-05T09:00:00Z,1"), [])

    def test_says_which_line_is_wrong_and_why(self):
        problems = check(
            "id,recorded_at,value",
            "a,2026-01-05T09:00:00Z,many",
            "a,2026-01-06T09:00:00Z,-1",
            "a,yesterday,1",
            "not an id!,2026-01-05T09:00:00Z,1",
        )
        self.assertEqual([problem.split(":")[0] for problem in problems], ["line 2", "line 3", "line 4", "line 4", "line 5"])
        self.assertIn("must be a number", problems[0])

    def test_refuses_the_same_record_twice(self):
        record = "a,2026-01-05T09:00:00Z,1"
        self.assertEqual(check("id,recorded_at,value", record, record), ["line 3: the same id, recorded_at as line 2"])

    def test_refuses_what_has_not_happened_yet(self):
        self.assertEqual(check("id,recorded_at,value", "a,2027-01-05T09:00:00Z,1"), ["line 2: recorded_at is in the future"])

    def test_refuses_columns_that_are_missing_or_unknown(self):
        self.assertEqual(check("id,value,more", "a,1,2"), ["column recorded_at is missing", "column more is not in the schema"])

    def test_refuses_a_delivery_with_nothing_in_it(self):
        self.assertEqual(check("id,recorded_at,value"), ["there are 0 records, and at least 1 are expected"])

    def test_refuses_a_record_that_was_cut_off(self):
        self.assertEqual(check("id,recorded_at,value", "a"), ["line 2: has not as many fields as the header"])


if __name__ == "__main__":
    unittest.main()
