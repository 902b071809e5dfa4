import { addAmounts, splitAmount } from '@portal/amounts';
import fc from 'fast-check';
import { costItemColumns, type CostItem } from '../focus/FocusLine';
import { carbonCoverage } from './carbonCoverage';
import type { CarbonBasis, CarbonFactor } from './CarbonFactor';
import { carbonOfLine } from './carbonOfLine';
import { createCarbonBasisFinder } from './createCarbonBasisFinder';

function item(columns: Partial<CostItem['columns']>): CostItem {
  return {
    id: '',
    columns: {
      ...(Object.fromEntries(
        costItemColumns.map(name => [name, '']),
      ) as CostItem['columns']),
      ChargeCategory: 'Usage',
      ...columns,
    },
    tags: {},
  };
}

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(8))
  .map(([digits, decimals]) => (digits / 10 ** decimals).toFixed(decimals));

describe('createCarbonBasisFinder', () => {
  const factors: CarbonFactor[] = [
    { provider: 'aws', kgPerCost: '0.1', currency: 'EUR', source: 'all' },
    {
      provider: 'AWS',
      serviceCategory: 'Compute',
      kgPerCost: '0.2',
      currency: 'EUR',
      source: 'compute',
    },
    {
      serviceCategory: 'Compute',
      unit: 'hours',
      kgPerUnit: '0.03',
      source: 'hours',
    },
    {
      serviceCategory: 'Compute',
      region: 'eu-north-*',
      unit: 'Hours',
      kgPerUnit: '0.004',
      source: 'north',
    },
  ];
  const find = createCarbonBasisFinder(factors);
  const used = { ProviderName: 'AWS', ServiceCategory: 'Compute' };

  it('takes the factor that says most, by unit before by cost', () => {
    expect(find(item({ ProviderName: 'AWS' }))).toEqual({
      of: 'Cost',
      kg: '0.1',
      currency: 'EUR',
      source: 'all',
    });
    expect(find(item(used))?.source).toBe('compute');
    expect(find(item({ ...used, ConsumedUnit: 'Hours' }))).toEqual({
      of: 'ConsumedQuantity',
      kg: '0.03',
      source: 'hours',
    });
    expect(
      find(item({ ...used, PricingUnit: ' HOURS ', RegionId: 'eu-north-1' })),
    ).toEqual({ of: 'PricingQuantity', kg: '0.004', source: 'north' });
    // Measured in something else: what is known of the cost is the next best.
    expect(
      find(item({ ...used, ConsumedUnit: 'GB', RegionId: 'eu-north-1' }))
        ?.source,
    ).toBe('compute');
  });

  it('knows nothing of what no factor is about, and of what is no use', () => {
    expect(find(item({ ProviderName: 'Other' }))).toBeUndefined();
    for (const ChargeCategory of ['Tax', 'Credit', 'Purchase', 'Adjustment']) {
      expect(find(item({ ...used, ChargeCategory }))).toBeUndefined();
    }
    expect(find(item({ ...used, ChargeCategory: '' }))?.source).toBe('compute');
  });
});

describe('carbonOfLine', () => {
  const line = { billedCost: '9', currency: 'EUR' };

  it('multiplies what was used, and leaves out what is unknown', () => {
    const hours: CarbonBasis = {
      of: 'ConsumedQuantity',
      kg: '0.03',
      source: '',
    };
    const euros: CarbonBasis = {
      of: 'Cost',
      kg: '0.5',
      currency: 'EUR',
      source: '',
    };
    expect(carbonOfLine(hours, { ...line, consumedQuantity: '24' })).toBe(
      '0.72',
    );
    expect(carbonOfLine(hours, line)).toBeUndefined();
    expect(carbonOfLine(euros, line)).toBe('4.5');
    expect(carbonOfLine(euros, { ...line, effectiveCost: '2' })).toBe('1');
    expect(carbonOfLine(euros, { ...line, currency: 'USD' })).toBeUndefined();
    expect(carbonOfLine(undefined, line)).toBeUndefined();
  });

  it('adds, over lines and over shares of a line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CarbonBasis['of']>(
          'ConsumedQuantity',
          'PricingQuantity',
          'Cost',
        ),
        decimal.filter(kg => !kg.startsWith('-')),
        fc.array(decimal, { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }),
        (of, kg, amounts, cuts) => {
          const basis: CarbonBasis = { of, kg, currency: 'EUR', source: '' };
          const carbon = (amount: string) =>
            carbonOfLine(basis, {
              billedCost: amount,
              consumedQuantity: amount,
              pricingQuantity: amount,
              currency: 'EUR',
            }) as string;
          const whole = carbon(addAmounts(amounts));
          expect(addAmounts(amounts.map(carbon))).toBe(addAmounts([whole]));
          const bounds = [
            '0',
            ...[...new Set(cuts)]
              .sort((one, other) => one - other)
              .map(cut => (cut / 100).toFixed(2)),
            '1',
          ];
          expect(addAmounts(splitAmount(whole, bounds))).toBe(
            addAmounts([whole]),
          );
        },
      ),
    );
  });
});

describe('carbonCoverage', () => {
  it('is a share of use, where there is any', () => {
    expect(carbonCoverage('25', '100')).toBe(0.25);
    expect(carbonCoverage('0', '100')).toBe(0);
    expect(carbonCoverage('110', '100')).toBe(1);
    expect(carbonCoverage('0', '0')).toBeUndefined();
    expect(carbonCoverage('-1', '3')).toBeUndefined();
  });
});
