import { gzipSync } from 'node:zlib';
import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { parseAll, pieces, readAll } from '../__testUtils__/parseAll';

const july = new Date('2025-07-01T00:00:00Z');

function write(
  columns: Parameters<typeof parquetWriteBuffer>[0]['columnData'],
  more: Partial<Parameters<typeof parquetWriteBuffer>[0]> = {},
): Buffer {
  return Buffer.from(parquetWriteBuffer({ columnData: columns, ...more }));
}

describe('readParquet', () => {
  it('reads what exports write: floats, timestamps, dates, maps and nulls', async () => {
    const file = write([
      { name: 'BilledCost', data: [0.1, 1e-7, -3, 1e300, NaN], type: 'DOUBLE' },
      {
        name: 'BillingPeriodStart',
        data: [july, july, july, july, july],
        type: 'TIMESTAMP',
      },
      {
        name: 'ChargePeriodStart',
        data: Array(5).fill(new Date('2025-07-09T13:00:00Z')),
        type: 'TIMESTAMP',
      },
      {
        name: 'ListCost',
        data: [0.1, undefined, 2.5, 1, 1],
        type: 'FLOAT',
        nullable: true,
      },
      { name: 'PricingQuantity', data: [1, 2, 3, 4, 5], type: 'INT32' },
      {
        name: 'ConsumedQuantity',
        data: [1n, 2n, 3n, 4n, 2n ** 60n],
        type: 'INT64',
      },
      {
        name: 'ProviderName',
        data: ['AWS', 'AWS', 'NULL', 'AWS', 'AWS'],
        type: 'STRING',
      },
      {
        name: 'Tags',
        data: [{ team: 'a', n: 1 }, {}, { team: 'b' }, {}, {}],
        type: 'JSON',
      },
    ]);
    const { lines, items, rejected, summary } = await parseAll(pieces(file));
    expect(summary.format).toBe('parquet');
    expect(lines.map(line => line.billedCost)).toEqual([
      '0.1',
      '0.0000001',
      '-3',
    ]);
    expect(lines[0]).toMatchObject({
      lineNumber: 2,
      billingMonth: '2025-07-01',
      chargeStart: '2025-07-09T13:00:00Z',
      listCost: '0.1',
      pricingQuantity: '1',
      consumedQuantity: '1',
    });
    expect(lines[1].listCost).toBeUndefined();
    expect(items.map(item => item.tags)).toEqual([
      { n: '1', team: 'a' },
      {},
      { team: 'b' },
    ]);
    expect(items[2].columns.ProviderName).toBe('');
    expect(rejected.map(({ lineNumber }) => lineNumber)).toEqual([5, 6]);
    expect(rejected[1].row).toContain('NaN');
    // In a gzip it is the same file.
    expect((await parseAll(pieces(gzipSync(file)))).lines).toEqual(lines);
  });

  it('keeps every digit of decimals, whatever they are stored in, and reads maps', async () => {
    const digits = [123456789012345678901234567890n, -1n, 0n];
    const file = write(
      [
        { name: 'BilledCost', data: digits },
        { name: 'EffectiveCost', data: [12345678901234567n, -5n, 0n] },
        { name: 'ListCost', data: [123, -45, 0] },
        {
          name: 'BillingPeriodStart',
          data: ['2025-07-01', '2025-07-01', '2025-07-01'],
        },
        { name: 'Tags', data: [{ team: 'a', env: 'b' }, {}, { ' org': 'c' }] },
      ],
      {
        schema: [
          { name: 'root', num_children: 5 },
          {
            name: 'BilledCost',
            type: 'FIXED_LEN_BYTE_ARRAY',
            type_length: 16,
            repetition_type: 'REQUIRED',
            converted_type: 'DECIMAL',
            scale: 18,
            precision: 38,
          },
          {
            name: 'EffectiveCost',
            type: 'INT64',
            repetition_type: 'REQUIRED',
            converted_type: 'DECIMAL',
            scale: 4,
            precision: 18,
          },
          {
            name: 'ListCost',
            type: 'INT32',
            repetition_type: 'REQUIRED',
            converted_type: 'DECIMAL',
            scale: 0,
            precision: 9,
          },
          {
            name: 'BillingPeriodStart',
            type: 'BYTE_ARRAY',
            repetition_type: 'REQUIRED',
          },
          {
            name: 'Tags',
            repetition_type: 'OPTIONAL',
            num_children: 1,
            converted_type: 'MAP',
          },
          { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
          {
            name: 'key',
            type: 'BYTE_ARRAY',
            repetition_type: 'REQUIRED',
            converted_type: 'UTF8',
          },
          {
            name: 'value',
            type: 'BYTE_ARRAY',
            repetition_type: 'OPTIONAL',
            converted_type: 'UTF8',
          },
        ],
      },
    );
    const { lines, items } = await readAll(file);
    expect(items.map(item => item.tags)).toEqual([
      { env: 'b', team: 'a' },
      {},
      { org: 'c' },
    ]);
    expect(
      lines.map(line => [line.billedCost, line.effectiveCost, line.listCost]),
    ).toEqual([
      ['123456789012.345678901234567890', '1234567890123.4567', '123'],
      ['-0.000000000000000001', '-0.0005', '-45'],
      ['0.000000000000000000', '0.0000', '0'],
    ]);
  });

  it('reads groups of rows one after another, and refuses what is cut off or bent', async () => {
    const count = 50_000;
    const file = write(
      [
        {
          name: 'BilledCost',
          data: Array.from({ length: count }, (_, index) => index / 4),
          type: 'DOUBLE',
        },
        {
          name: 'BillingPeriodStart',
          data: Array(count).fill('2025-07-01'),
          type: 'STRING',
        },
      ],
      { rowGroupSize: 7_000 },
    );
    const { lines } = await readAll(file);
    expect(lines).toHaveLength(count);
    expect(lines.at(-1)).toMatchObject({
      lineNumber: count + 1,
      billedCost: '12499.75',
    });
    for (const length of [4, 11, 12, 1000, file.length - 1, file.length - 8]) {
      await expect(readAll(file.subarray(0, length))).rejects.toThrow(
        InputError,
      );
    }
  });

  it('gives up a file that holds its reader in an endless loop', async () => {
    // Two columns of three rows, and a byte in the head of a page that makes it go around.
    const file = Buffer.from(
      [
        'UEFSMRUGFTQVMFUVBhUAFQYVABUEFQAAAAMHGAAABQEE8D8FBygAAEAAAAAA',
        'AADwPxUEFRwVIEwVAhUAAAAONAoAAAAyMDI1LTA3LTAxFQYVCBUMXBUGFQAV',
        'BhUQFQQVAAAAAwcCBAADFQQZPEgEcm9vdBUEABUKJQIYCkJpbGxlZENvc3QA',
        'FQwlAhgSQmlsbGluZ1BlcmlvZFN0YXJ0JQAAFgYZHBksJggcFQoZFQAZGApC',
        'aWxsZWRDb3N0FQIWBhZeFlomCDw2ACgIAAAAAAAAAEAYCAAAAAAAAPA/NgAA',
        'GRwVBhUAFQIAAAAmYhwVDBklABAZGBJCaWxsaW5nUGVyaW9kU3RhcnQVAhYG',
        'FmgWcCacASZiHDYAKAoyMDI1LTA3LTAxGAoyMDI1LTA3LTAxABksFQQVABUC',
        'ABUGFRAVAgAAABbGARYGNsoBACgJaHlwYXJxdWV0GSwcAAAcAAAA+QAAAFBB',
        'UjE=',
      ].join(''),
      'base64',
    );
    await expect(parseAll(pieces(file), { patience: 2 })).rejects.toThrow(
      'did not come to an end within 2 seconds',
    );
  });

  it('neither breaks nor hangs on bytes that were changed', async () => {
    const file = write(
      [
        {
          name: 'BilledCost',
          data: Array.from({ length: 300 }, (_, index) => index / 8),
          type: 'DOUBLE',
        },
        {
          name: 'BillingPeriodStart',
          data: Array(300).fill(july),
          type: 'TIMESTAMP',
        },
        {
          name: 'ServiceName',
          data: Array.from({ length: 300 }, (_, index) => `name ${index % 9}`),
          type: 'STRING',
        },
        {
          name: 'Tags',
          data: Array.from({ length: 300 }, (_, index) => ({ a: index })),
          type: 'JSON',
        },
      ],
      { rowGroupSize: 100 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), {
          minLength: 1,
          maxLength: 5,
        }),
        async changes => {
          const bytes = Buffer.from(file);
          for (const [place, value] of changes) {
            bytes[place] = value;
          }
          try {
            const { lines, rejected } = await parseAll(pieces(bytes), {
              patience: 2,
            });
            expect(lines.length + rejected.length).toBeGreaterThan(0);
          } catch (error) {
            expect(String(error)).toMatch(/^InputError: /);
          }
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 25), endOnFailure: true },
    );
  });
});
