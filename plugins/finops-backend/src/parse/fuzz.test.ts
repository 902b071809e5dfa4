import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InputError } from '@backstage/errors';
import {
  addAmounts,
  focusColumns,
  isAmount,
} from '@portal/plugin-finops-common';
import fc from 'fast-check';
import { readAll, type ParsedFile } from '../__testUtils__/parseAll';

const sample = resolve(
  __dirname,
  '../../../../../shared/data/finops/focus-1.0/focus_sample.csv',
);
const runs = Number(process.env.FUZZ_RUNS ?? 150);

const written = fc.oneof(
  fc.constantFrom(
    'NULL',
    'null',
    '',
    ' ',
    '0',
    '-0',
    'NaN',
    '1e309',
    '-1E-7',
    '1,5',
    '12.50',
    '-3.00000000001',
    '999999999999999999999',
    '2025-01-01T00:00:00Z',
    '2025-01-31 30:00:00',
    '1/31/25',
    '2025-02-30',
    'Usage',
    'Correction',
    'EUR',
    '{"a":"b"," a":"c"}',
    '{"__proto__":"x"}',
    '[]',
    '=cmd()',
    'a"b',
    'two\nlines',
    'nul\u0000byte',
    '\uD800',
  ),
  fc.string({ maxLength: 12 }),
);

const money = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    fc.integer({ min: 1, max: 11 }),
  )
  .map(([digits, decimals]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(
      decimals + 1,
      '0',
    );
    return `${digits < 0n ? '-' : ''}${text.slice(0, -decimals)}.${text.slice(
      -decimals,
    )}`;
  });

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function csv(heading: readonly string[], rows: readonly string[][]): string {
  return [heading, ...rows].map(row => row.map(quote).join(',')).join('\n');
}

const files = fc
  .shuffledSubarray(
    [...focusColumns.map(column => column.name), 'x_own', 'Id'].filter(
      name => name !== 'BilledCost' && name !== 'BillingPeriodStart',
    ),
    { maxLength: 20 },
  )
  .chain(names =>
    fc.record({
      heading: fc.constant(['BilledCost', 'BillingPeriodStart', ...names]),
      rows: fc.array(
        fc
          .tuple(
            fc.oneof({ weight: 4, arbitrary: money }, written),
            fc.oneof(
              { weight: 4, arbitrary: fc.constant('2025-01-01T00:00:00Z') },
              written,
            ),
            ...names.map(() => written),
          )
          .map(row => row as string[]),
        { maxLength: 20 },
      ),
    }),
  );

function costs(file: ParsedFile): string {
  return addAmounts(file.lines.map(line => line.billedCost));
}

/** The file, or undefined where it was refused as it may be. */
async function readOrRefuse(content: Buffer | string) {
  try {
    return await readAll(content, { maxBytes: 50_000_000 });
  } catch (error) {
    if (error instanceof InputError) {
      expect(error.message).toMatch(/Nothing was imported$/);
      return undefined;
    }
    throw error;
  }
}

function checkSound(file: ParsedFile): void {
  const numbers = [
    ...file.lines.map(line => line.lineNumber),
    ...file.rejected.map(line => line.lineNumber),
  ];
  expect(new Set(numbers).size).toBe(numbers.length);
  const ids = new Set(file.items.map(item => item.id));
  expect(ids.size).toBe(file.items.length);
  for (const line of file.lines) {
    expect(isAmount(line.billedCost)).toBe(true);
    expect(ids.has(line.itemId)).toBe(true);
    expect(line.billingMonth).toMatch(/^\d{4}-\d\d-01$/);
    expect(new Date(line.chargeStart).toISOString().slice(0, 19)).toBe(
      line.chargeStart.slice(0, 19),
    );
  }
  // What PostgreSQL would not take.
  const text = JSON.stringify([file.items, file.lines, file.rejected]);
  expect(text.includes('\\u0000')).toBe(false);
}

describe('files of any kind', () => {
  it('accounts for every row, and has the same sums in another order of rows and columns', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), async ({ heading, rows }, turn) => {
        const file = await readAll(csv(heading, rows));
        checkSound(file);
        const filled = rows.filter(row => row.some(cell => cell.trim() !== ''));
        expect(file.lines.length + file.rejected.length).toBe(filled.length);

        const start = rows.length ? turn % rows.length : 0;
        const turned = [
          ...rows.slice(start),
          ...rows.slice(0, start),
        ].reverse();
        const other = await readAll(csv(heading, turned));
        expect(costs(other)).toBe(costs(file));
        expect(other.rejected).toHaveLength(file.rejected.length);
        expect(other.items.map(item => item.id).sort()).toEqual(
          file.items.map(item => item.id).sort(),
        );

        const places = heading.map(
          (_, index) => (index * 7 + turn) % heading.length,
        );
        const isTurn = new Set(places).size === heading.length;
        if (isTurn) {
          const moved = await readAll(
            csv(
              places.map(place => heading[place]),
              rows.map(row => places.map(place => row[place])),
            ),
          );
          expect(costs(moved)).toBe(costs(file));
          expect(moved.items.map(item => item.id).sort()).toEqual(
            file.items.map(item => item.id).sort(),
          );
        }

        // Two names in each other's place: rows are rejected or taken, and none is lost.
        const swapped = [heading[1], heading[0], ...heading.slice(2)];
        const wrong = await readAll(csv(swapped, rows));
        expect(wrong.lines.length + wrong.rejected.length).toBe(filled.length);
      }),
      { numRuns: runs },
    );
  });

  it('neither breaks nor hangs on bytes that were changed', async () => {
    const whole = existsSync(sample)
      ? readFileSync(sample).subarray(0, 24_000)
      : Buffer.from(
          csv(
            ['BilledCost', 'BillingPeriodStart', 'Tags'],
            Array(60).fill(['1.5', '2025-01-01T00:00:00Z', '{"a":"b"}']),
          ),
        );
    const originals = [whole, gzipSync(whole)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.option(fc.nat()),
        async (original, changes, cut) => {
          const bytes = Buffer.from(original);
          for (const [place, value] of changes) {
            bytes[place % bytes.length] = value;
          }
          const file = await readOrRefuse(
            cut === null ? bytes : bytes.subarray(0, cut % bytes.length),
          );
          if (file) {
            checkSound(file);
          }
        },
      ),
      { numRuns: runs * 4 },
    );
  });

  it('refuses or reads any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', '\u001f\u008b', 'BilledCost,BillingPeriodStart\n'),
        async (bytes, start) => {
          const file = await readOrRefuse(
            Buffer.concat([Buffer.from(start, 'latin1'), bytes]),
          );
          if (file) {
            checkSound(file);
          }
        },
      ),
      { numRuns: runs * 2 },
    );
  });
});
