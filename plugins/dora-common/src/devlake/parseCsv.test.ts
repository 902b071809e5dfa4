import fc from 'fast-check';
import { parseDevLakeInstant, formatDevLakeInstant } from './devLakeInstant';
import { parseCsv } from './parseCsv';
import { spanInMinutes } from './spanInMinutes';
import { writeCsv } from './writeCsv';

const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', '\ufeff'),
  }),
);

describe('parseCsv', () => {
  it('reads back what was written', () => {
    const table = fc.array(fc.tuple(anything, anything), { maxLength: 20 });
    fc.assert(
      fc.property(table, values => {
        const rows = values.map(([a, b]) => ({ a, b }));
        const read = parseCsv(writeCsv(['a', 'b'], rows), 'x.csv');
        expect(read.map(({ fields }) => fields)).toEqual([
          ['a', 'b'],
          ...values,
        ]);
      }),
    );
  });

  it('takes all line ends, and counts lines', () => {
    expect(parseCsv('\ufeffa,b\r\n"1\n2","say ""x"""\n\n,4"\rc', 'x')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1\n2', 'say "x"'] },
      { line: 5, fields: ['', '4"'] },
      { line: 6, fields: ['c'] },
    ]);
    expect(parseCsv('a,', 'x')).toEqual([{ line: 1, fields: ['a', ''] }]);
    expect(parseCsv('', 'x')).toEqual([]);
  });

  it('says where quotes are wrong', () => {
    expect(() => parseCsv('a\n"b', 'x.csv')).toThrow(
      'x.csv, line 2: a quoted field does not end',
    );
    expect(() => parseCsv('"a"b', 'x.csv')).toThrow(
      'x.csv, line 1: text follows the closing quote',
    );
  });

  it('ends on any text, with records or an input error', () => {
    const outcome = (text: string) => {
      try {
        return typeof parseCsv(text, 'x').length;
      } catch (error) {
        return (error as Error).name;
      }
    };
    fc.assert(
      fc.property(anything, text => {
        expect(['number', 'InputError']).toContain(outcome(text));
      }),
    );
  });
});

describe('dates of DevLake', () => {
  it('are read in every form in which its tables write them', () => {
    const expected = Date.UTC(2023, 3, 9, 6, 51, 47);
    for (const text of [
      '2023-4-09 6:51:47',
      '2023-04-09T06:51:47.000+00:00',
      '2023-04-09 08:51:47+02',
      '2023-04-09 01:21:47.0004-0530',
      '2023-04-09 06:51:47 UTC',
    ]) {
      expect(parseDevLakeInstant(text)).toBe(expected);
    }
    expect(formatDevLakeInstant(expected)).toBe(
      '2023-04-09T06:51:47.000+00:00',
    );
    for (const text of ['2023-02-30', '2023-01-01 24:00', '1/2/2023', 'x']) {
      expect(parseDevLakeInstant(text)).toBeUndefined();
    }
  });

  it('are read back as they were written', () => {
    const instants = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, date => {
        const at = date.getTime();
        expect(parseDevLakeInstant(formatDevLakeInstant(at))).toBe(at);
      }),
    );
  });

  it('are apart in begun minutes', () => {
    expect(spanInMinutes(0, 1)).toBe(1);
    expect(spanInMinutes(0, 60_000)).toBe(1);
    expect(spanInMinutes(0, 60_001)).toBe(2);
    expect(spanInMinutes(59_999, 0)).toBe(0);
    expect(spanInMinutes(60_000, 0)).toBeUndefined();
    expect(spanInMinutes(undefined, 0)).toBeUndefined();
  });
});
