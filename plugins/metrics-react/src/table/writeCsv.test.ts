import fc from 'fast-check';
import type { DataColumn } from './DataColumn';
import { writeCsv } from './writeCsv';
import { writeJson } from './writeJson';

type Row = { name: string; share?: number; cost?: string };

const columns: DataColumn<Row>[] = [
  { id: 'name', title: 'Name', text: row => row.name },
  {
    id: 'share',
    title: 'Share',
    text: row => `${row.share} %`,
    value: row => row.share,
  },
  {
    id: 'cost',
    title: 'Cost',
    text: row => `${row.cost} $`,
    value: row => row.cost,
  },
];

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain, end] of text.matchAll(fields)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

it('writes values unrounded and gaps as empty fields', () => {
  const rows = [
    { name: 'payments, "new"', share: 0.123456, cost: '-12.50' },
    { name: 'line\nbreak' },
  ];
  expect(writeCsv(columns, rows)).toBe(
    'name,share,cost\r\n"payments, ""new""",0.123456,-12.50\r\n"line\nbreak",,\r\n',
  );
  expect(JSON.parse(writeJson(columns, rows))).toEqual(rows);
});

it('does not let a spreadsheet run a name', () => {
  const [, [name]] = readCsv(writeCsv(columns, [{ name: '=1+1' }]));
  expect(name).toBe("'=1+1");
});

it('can be read back, whatever the names', () => {
  const rows = fc.array(
    fc.record({
      name: fc
        .string({ unit: 'binary' })
        .filter((text: string) => !/^[=+\-@\t\r]/.test(text)),
      share: fc.option(fc.double({ noNaN: true }), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(rows, (given: Row[]) => {
      expect(readCsv(writeCsv(columns, given)).slice(1)).toEqual(
        given.map(row => [
          row.name,
          row.share === undefined ? '' : String(row.share),
          '',
        ]),
      );
    }),
  );
});
