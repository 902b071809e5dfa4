import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { addAmounts, roundAmount } from '@portal/plugin-finops-common';
import { parseAll, type ParsedFile } from '../__testUtils__/parseAll';

// Public data beside the repository: see its README for where the figures are from. CI always has it.
const folder = resolve(__dirname, '../../../../../shared/data/finops');
const withData =
  existsSync(folder) || process.env.CI ? describe : describe.skip;
if (withData === describe.skip) {
  process.stderr.write(
    `Skipped the figures of the shared FOCUS files: ${folder} is absent\n`,
  );
}

function parse(name: string): Promise<ParsedFile> {
  return parseAll(createReadStream(resolve(folder, name)));
}

function sum(
  file: ParsedFile,
  cost: 'billedCost' | 'effectiveCost' | 'listCost' | 'contractedCost',
  provider?: string,
): string {
  const providers = new Map(
    file.items.map(item => [item.id, item.columns.ProviderName]),
  );
  return addAmounts(
    file.lines
      .filter(line => !provider || providers.get(line.itemId) === provider)
      .map(line => line[cost] ?? '0'),
  );
}

withData('the shared FOCUS files', () => {
  it('has the sums of the FOCUS sample, to the last digit', async () => {
    const file = await parse('focus-1.0/focus_sample.csv');
    expect(file.lines).toHaveLength(1000);
    expect(file.rejected).toEqual([]);
    const at11 = (amount: string) => roundAmount(amount, 11);
    expect({
      AWS: at11(sum(file, 'billedCost', 'AWS')),
      Microsoft: at11(sum(file, 'billedCost', 'Microsoft')),
      Oracle: at11(sum(file, 'billedCost', 'Oracle')),
      billed: at11(sum(file, 'billedCost')),
      effective: at11(sum(file, 'effectiveCost')),
      list: at11(sum(file, 'listCost')),
      contracted: at11(sum(file, 'contractedCost')),
    }).toEqual({
      AWS: '18.00663861840',
      Microsoft: '1.97651418586',
      Oracle: '0.53707392473',
      billed: '20.52022672899',
      effective: '14.97651418586',
      list: '20.39090575119',
      contracted: '14.97626039326',
    });
    // Nothing is lost by rounding.
    expect(sum(file, 'billedCost')).toBe('20.52022672899');

    const items = new Map(file.items.map(item => [item.id, item]));
    expect(items.size).toBe(file.items.length);
    const categories = file.lines.map(
      line => items.get(line.itemId)!.columns.ChargeCategory,
    );
    const count = (name: string) =>
      categories.filter(category => category === name).length;
    expect([count('Usage'), count('Adjustment'), count('Credit')]).toEqual([
      997, 2, 1,
    ]);
    const tags = file.lines.map(line => items.get(line.itemId)!.tags);
    expect(tags.filter(tag => Object.keys(tag).length > 0)).toHaveLength(711);
    const keys = new Set(tags.flatMap(tag => Object.keys(tag)));
    expect([...keys].filter(key => key !== key.trim())).toEqual([]);
    expect(keys).toContain('env');
    expect(keys).toContain('environment');
    expect(new Set(file.lines.map(line => line.billingMonth)).size).toBe(2);
    expect(file.lines[0]).toMatchObject({
      lineNumber: 2,
      billedCost: '0.00000080000',
      chargeStart: '2024-09-18T22:00:00Z',
      currency: 'USD',
      extra: { Id: '11472' },
    });
    const values = file.items.flatMap(item => Object.values(item.columns));
    expect(values.includes('NULL')).toBe(false);
  });

  it('says what the FOCUS sample does not keep to', async () => {
    const { summary } = await parse('focus-1.0/focus_sample.csv');
    expect(summary).toMatchObject({ format: 'csv', bytes: 755423 });
    const { verdict } = summary;
    expect(verdict.version).toBe('1.0');
    const failed = new Map(
      verdict.failures.map(failure => [failure.ruleId, failure]),
    );
    expect(failed.get('ChargeFrequency-C-003-M')).toMatchObject({
      rows: 7,
      examples: expect.arrayContaining([
        { lineNumber: 927, found: 'Usage-based' },
      ]),
    });
    expect(failed.get('BillingAccountName-C-003-C')?.rows).toBe(7);
    expect(failed.get('ColumnHandling-A-010-M')?.column).toBe('Id');
    expect(failed.get('ChargePeriodStart-C-002-M')?.rows).toBe(1000);
    expect(failed.has('ChargePeriodStart-C-001-M')).toBe(false);
    // A conditional column of its version counts, one of a later version does not.
    expect(failed.has('CostAndUsage-D-018-C')).toBe(false);
    expect(failed.get('ListCost-C-009-C')?.examples[0]).toEqual({
      lineNumber: 3,
      found:
        'ListCost: 0.00001605990, ListUnitPrice: 0.008, PricingQuantity: 0.00200749000',
    });
  });

  it.each([
    ['saas_spend_agreements_b2', '1200', '1200', '2457', '2400'],
    ['commitment_discount_purchase_scenario_2', '3.00', '0.00', '0', '0'],
    ['commitment_discount_usage_scenario_3', '0.00', '1.00', '0', '0'],
    [
      'one_hundred_percent_utilization_with_commitment_discount_flexibility_with_2_resources',
      '2.00',
      '2.00',
      '8.00',
      '0',
    ],
  ])(
    'has the sums of %s',
    async (name, billed, effective, list, contracted) => {
      const file = await parse(`focus-1.2-examples/${name}.csv`);
      expect(file.rejected).toEqual([]);
      const plain = (amount: string) => roundAmount(amount, 2);
      expect(
        (
          ['billedCost', 'effectiveCost', 'listCost', 'contractedCost'] as const
        ).map(cost => plain(sum(file, cost))),
      ).toEqual([billed, effective, list, contracted].map(plain));
    },
  );

  it('mends what the examples write otherwise', async () => {
    const flexible = await parse(
      'focus-1.2-examples/one_hundred_percent_utilization_with_commitment_discount_flexibility_with_2_resources.csv',
    );
    expect(flexible.items[0].columns.SkuPriceId).toBe(
      'VM_XLARGE_COMMITTED_PURCHASE_NO_UPFRONT',
    );
    expect(flexible.lines[0]).toMatchObject({
      currency: 'USD',
      consumedQuantity: undefined,
      extra: { x_CommitmentDiscountUnitPrice: '2.00' },
    });
    expect(flexible.summary.verdict.notes).toEqual(
      expect.arrayContaining([
        'Column SkuPriceid was read as SkuPriceId',
        expect.stringContaining('BillingCurrency is absent'),
      ]),
    );
    const purchase = await parse(
      'focus-1.2-examples/commitment_discount_purchase_scenario_2.csv',
    );
    // No day has an hour 30.
    const withoutEnd = purchase.lines.filter(line => !line.chargeEnd);
    expect(withoutEnd.length).toBe(
      purchase.summary.verdict.failures.find(
        failure => failure.ruleId === 'ChargePeriodEnd-C-001-M',
      )?.rows ?? 0,
    );
    const agreement = await parse(
      'focus-1.2-examples/saas_spend_agreements_b2.csv',
    );
    expect(agreement.lines[0]).toMatchObject({
      billingMonth: '2025-04-01',
      chargeStart: '2025-04-01T00:00:00Z',
      chargeEnd: '2026-04-01T00:00:00Z',
    });
    expect(
      agreement.summary.verdict.failures.map(failure => failure.ruleId),
    ).toContain('ServiceCategory-C-003-M');
  });
});
