import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInput } from '@portal/backend-routes';
import { parse } from 'yaml';
import { carbonFileSchema } from './carbonFactorSchema';

const read = (value: unknown) => parseInput(carbonFileSchema, value, 'file');

describe('a file of carbon factors', () => {
  it('names a source for each, its own or that of the file', () => {
    expect(
      read({
        source: 'Report',
        factors: [
          { provider: 'AWS', unit: 'Hours', kgPerUnit: 0.5 },
          { kgPerCost: '0.10', currency: 'EUR', source: 'Model' },
        ],
      }),
    ).toEqual([
      { provider: 'AWS', unit: 'Hours', kgPerUnit: '0.5', source: 'Report' },
      { kgPerCost: '0.10', currency: 'EUR', source: 'Model' },
    ]);
  });

  it('says what is wrong, and where', () => {
    const wrong: Array<[factor: object, message: RegExp]> = [
      [{ unit: 'Hours', kgPerUnit: 1 }, /factors\.0: found no source/],
      [{ kgPerUnit: 1, source: 'a' }, /kgPerUnit without a unit/],
      [{ kgPerCost: 1, source: 'a' }, /kgPerCost without a currency/],
      [{ source: 'a' }, /expected either kgPerUnit or kgPerCost/],
      [
        { unit: 'h', kgPerUnit: -1, source: 'a' },
        /factors\.0\.kgPerUnit: expected kg of CO2 equivalents/,
      ],
      [{ unit: 'h', kgPerUnit: 'NaN', source: 'a' }, /expected kg of CO2/],
      [{ unit: 'h', kgPerUnit: 1, regoin: 'x', source: 'a' }, /regoin/],
    ];
    for (const [factor, message] of wrong) {
      expect(() => read({ factors: [factor] })).toThrow(message);
    }
    expect(() => read('nothing')).toThrow('file');
  });

  it('is what the demo organisation has', async () => {
    const file = join(
      __dirname,
      '../../../../catalog/finops/carbon-factors.yaml',
    );
    expect(read(parse(await readFile(file, 'utf8')))).toHaveLength(7);
  });
});
