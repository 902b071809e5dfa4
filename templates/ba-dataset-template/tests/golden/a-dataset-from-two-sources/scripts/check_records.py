"""Checks records against schema/record.schema.json and quality/checks.json.

Usage: check_records.py <file.csv>, for the sample or for what is about to be delivered. Needs Python 3.11 and nothing else.
"""

import csv
import datetime
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def read_json(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def check_value(name, text, rule):
    """What is wrong with the text of one field, or None."""
    if rule["type"] in ("number", "integer"):
        if not re.fullmatch(r"-?\d+" if rule["type"] == "integer" else r"-?\d+(\.\d+)?", text):
            return f"{name} must be a {rule['type']}, not {text!r}"
        if "minimum" in rule and float(text) < rule["minimum"]:
            return f"{name} must be {rule['minimum']} or more, not {text}"
        if "maximum" in rule and float(text) > rule["maximum"]:
            return f"{name} must be {rule['maximum']} or less, not {text}"
    elif "pattern" in rule and not re.search(rule["pattern"], text):
        return f"{name} must match {rule['pattern']}, not {text!r}"
    return None


def check_records(lines, schema, checks, now):
    """All that is wrong, each with its line. Lines are those of a CSV file with a header."""
    reader = csv.DictReader(lines)
    header = set(reader.fieldnames or [])
    problems = [f"column {name} is missing" for name in schema["required"] if name not in header]
    problems += [f"column {name} is not in the schema" for name in sorted(header - schema["properties"].keys())]
    if problems:
        return problems

    seen = {}
    count = 0
    for record in reader:
        count += 1
        line = reader.line_num
        if None in record or None in record.values():
            problems.append(f"line {line}: has not as many fields as the header")
            continue
        for name, text in record.items():
            if text == "" and name not in schema["required"]:
                continue
            problem = check_value(name, text, schema["properties"][name])
            if problem:
                problems.append(f"line {line}: {problem}")
        key = tuple(record[name] for name in checks["unique"])
        if key in seen:
            problems.append(f"line {line}: the same {', '.join(checks['unique'])} as line {seen[key]}")
        seen.setdefault(key, line)
        if record[checks["notInTheFuture"]] > now:
            problems.append(f"line {line}: {checks['notInTheFuture']} is in the future")
    if count < checks["minimumRecords"]:
        problems.append(f"there are {count} records, and at least {checks['minimumRecords']} are expected")
    return problems


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: check_records.py <file.csv>")
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        problems = check_records(file, read_json("schema/record.schema.json"), read_json("quality/checks.json"), now)
    if problems:
        sys.exit("\n".join(problems))
    print(f"{sys.argv[1]} is as the contract says.")


if __name__ == "__main__":
    main()
