import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvSplitter } from './CsvSplitter';

function split(text: string, delimiter: string, size: number): string[][] {
  const rows: string[][] = [];
  const splitter = CsvSplitter.create({
    delimiter,
    onRecord: (cells, lineNumber) => {
      expect(lineNumber).toBe(rows.length + 1);
      rows.push(cells);
    },
  });
  for (let from = 0; from < text.length; from += size) {
    splitter.push(text.slice(from, from + size));
  }
  splitter.end();
  return rows;
}

const cells = fc.string({
  unit: fc.constantFrom(
    'a',
    '1',
    ' ',
    ',',
    ';',
    '"',
    '\n',
    '\r\n',
    '\t',
    'ü',
    '{',
  ),
  maxLength: 8,
});

function write(cell: string, delimiter: string, always: boolean): string {
  return always || /["\r\n]/.test(cell) || cell.includes(delimiter)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

describe('CsvSplitter', () => {
  it('splits what was written, in pieces of any size, as another parser does', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.tuple(cells, fc.boolean()), {
            minLength: 2,
            maxLength: 5,
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, lineEnd, endsOpen, size) => {
          const text =
            rows
              .map(row =>
                row
                  .map(([cell, always]) => write(cell, delimiter, always))
                  .join(delimiter),
              )
              .join(lineEnd) + (endsOpen ? '' : lineEnd);
          const found = split(text, delimiter, size);
          expect(found).toEqual(rows.map(row => row.map(([cell]) => cell)));
          expect(found).toEqual(
            parse(text, {
              delimiter,
              relax_column_count: true,
              record_delimiter: [lineEnd],
            }),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes quotes where they need not be, and refuses one that is never closed', () => {
    expect(split('a"b,"c"d,"e""f"\n', ',', 3)).toEqual([['a"b', 'cd', 'e"f']]);
    expect(() => split('a,b\n1,"2\n3,4\n', ',', 4)).toThrow(
      'Row 2 of the file has a quoted cell that is not closed',
    );
  });
});
