import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConformanceChecker } from './ConformanceChecker';
import { columnRules, headingRules } from './columnRules';
import { detectFocusVersion, hasColumn } from './detectFocusVersion';
import { focusColumns } from './focusColumns';
import { nullRules } from './nullRules';
import { serviceCategories } from './serviceCategories';
import { amountRules, parentRules, valueRules } from './valueRules';

type Check = { CheckFunction?: string; Value?: string | null; Items?: Check[] };
type ModelRule = {
  Function: string;
  EntityType: string;
  Reference: string;
  ValidationCriteria: {
    MustSatisfy: string;
    Keyword: string;
    Requirement: Check;
  };
};

// The official model, beside the repository. CI always has it.
const file = resolve(
  __dirname,
  '../../../../../shared/data/finops/focus-validator/model-1.2.json',
);
const withModel = existsSync(file) || process.env.CI ? describe : describe.skip;
if (withModel === describe.skip) {
  process.stderr.write(
    `Skipped the comparison with the official FOCUS model: ${file} is absent\n`,
  );
}

const of12 = focusColumns.filter(column => hasColumn('1.2', column));

withModel('the official model of FOCUS 1.2', () => {
  const model: Record<string, ModelRule> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).ModelRules
    : {};
  const rules = [
    ...headingRules(of12, ['x_a', ...of12.map(({ name }) => name)], '1.2').map(
      ({ rule }) => rule,
    ),
    ...of12.flatMap(columnRules),
    ...nullRules,
    ...valueRules,
    ...parentRules,
    ...amountRules,
  ];

  it('has the same columns', () => {
    const names = Object.values(model)
      .filter(rule => rule.Function === 'Presence')
      .map(rule => rule.Reference);
    expect(of12.map(column => column.name).sort()).toEqual(
      [...new Set(names)].sort(),
    );
  });

  it('has every rule that is checked, of the same column, in the same strength and nearly the same words', () => {
    expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThanOrEqual(200);
    for (const rule of rules) {
      const official = model[rule.id];
      expect([rule.id, Boolean(official)]).toEqual([rule.id, true]);
      const { Keyword, MustSatisfy } = official.ValidationCriteria;
      const must = Keyword === 'MUST' || Keyword === 'MUST NOT';
      if (rule.id !== 'CostAndUsage-D-003-C') {
        expect([rule.id, rule.must]).toEqual([rule.id, must]);
      }
      if (rule.id !== 'ColumnHandling-A-010-M') {
        expect([rule.id, MustSatisfy.includes(rule.column)]).toEqual([
          rule.id,
          true,
        ]);
      }
    }
  });

  it('has the same types, and the same allowed values', () => {
    const types = { text: 'String', decimal: 'Decimal', instant: 'Date/Time' };
    for (const column of of12) {
      if (column.type !== 'json') {
        expect(model[column.rules.type!].ValidationCriteria.MustSatisfy).toBe(
          `${column.name} MUST be of type ${types[column.type]}.`,
        );
      }
      // The model has the states of another column here, and contradicts the specification, which names Used and Unused.
      if (column.allowedValues && column.name !== 'CommitmentDiscountStatus') {
        const official =
          model[column.rules.allowedValues!].ValidationCriteria.Requirement;
        const values = official.Items?.map(item => item.Value) ?? [
          official.Value,
        ];
        expect([...column.allowedValues].sort()).toEqual(values.sort());
      }
    }
    const pairs = model[
      'ServiceSubcategory-C-004-M'
    ].ValidationCriteria.Requirement.Items!.map(
      ({ Items = [] }) => `${Items[1].Value}: ${Items[0].Value}`,
    );
    expect(
      Object.entries(serviceCategories)
        .flatMap(([category, below]) =>
          below.map(name => `${category}: ${name}`),
        )
        .sort(),
    ).toEqual(pairs.sort());
  });
});

describe('focusColumns', () => {
  it('counts the columns of each version', () => {
    expect(
      (['1.0', '1.1', '1.2', '1.3', '1.4'] as const).map(
        version =>
          focusColumns.filter(column => hasColumn(version, column)).length,
      ),
    ).toEqual([43, 50, 57, 65, 65]);
  });

  it('tells the version by the columns', () => {
    const named = ['BilledCost', 'ProviderName', 'PublisherName'];
    expect(detectFocusVersion(named)).toBe('1.0');
    expect(detectFocusVersion([...named, 'skumeter'])).toBe('1.1');
    expect(detectFocusVersion([...named, 'InvoiceId', 'SkuMeter'])).toBe('1.2');
    expect(detectFocusVersion([...named, 'HostProviderName'])).toBe('1.3');
    expect(detectFocusVersion(['BilledCost', 'ServiceProviderName'])).toBe(
      '1.4',
    );
    expect(detectFocusVersion([...named, 'x_other'])).toBe('1.0');
  });
});

describe('ConformanceChecker', () => {
  it('judges a row by its text and its nulls, and gives the first rows that break a rule', () => {
    const row: Record<string, string> = {
      ...Object.fromEntries(of12.map(({ name }) => [name, ''])),
      ChargeCategory: 'Purchase',
      ChargeFrequency: 'Usage-Based',
      ServiceCategory: 'Compute',
      ServiceSubcategory: 'Object Storage',
      BillingCurrency: 'usd',
      Tags: '{"a":{}}',
      RegionId: 'eu',
    };
    const checker = ConformanceChecker.create({ columns: Object.keys(row) });
    const cell = (name: string) => row[name] ?? '';
    for (let lineNumber = 2; lineNumber < 10; lineNumber += 1) {
      checker.countRow();
      for (const rule of checker.brokenRules(cell)) {
        checker.count(rule, lineNumber, cell);
      }
    }
    const verdict = checker.verdict(['A note']);
    const ids = verdict.failures.map(failure => failure.ruleId);
    expect(ids).toEqual(
      expect.arrayContaining([
        'ChargeFrequency-C-004-C',
        'ServiceSubcategory-C-004-M',
        'BillingCurrency-C-003-M',
        'BillingCurrency-C-006-M',
        'Tags-C-001-M',
        'RegionName-C-005-C',
        'BilledCost-C-003-M',
        'ListUnitPrice-C-005-C',
      ]),
    );
    expect(ids).not.toContain('ListUnitPrice-C-004-C');
    expect(verdict.failures[0]).toMatchObject({ must: true, rows: 8 });
    expect(verdict.failures[0].examples).toHaveLength(5);
    expect(verdict.failures.at(-1)!.must).toBe(false);
    expect(verdict.rulesFailed).toBe(verdict.failures.length);
    expect(Number(verdict.conformance)).toBeCloseTo(
      1 - verdict.rulesFailed / verdict.rulesChecked,
      3,
    );
    expect(verdict.notes).toEqual(['A note']);
  });

  it('compares price times quantity to the decimals of the cost', () => {
    const checker = ConformanceChecker.create({ columns: ['BilledCost'] });
    const products: Array<[string, string, string, boolean]> = [
      ['0.0000004', '2.00000000000', '0.00000080000', true],
      ['0.008', '0.00200749000', '0.00001605990', false],
      ['0.008', '0.00200749000', '0.00001606', true],
      ['12.4', '1', '12', false],
      ['0.333', '1', '0.33', true],
      ['0.335', '1', '0.34', true],
      ['0.1', '3', '0.30000000000000004', true],
      ['-1', '3', '-3', true],
      ['1234.5678', '1.0001', '1234.69', true],
      ['1234.5678', '1.0001', '1234.691', true],
      ['1234.5678', '1.0001', '1234.70', false],
    ];
    for (const [price, quantity, cost, same] of products) {
      expect([
        price,
        quantity,
        cost,
        checker.isProduct(price, quantity, cost),
      ]).toEqual([price, quantity, cost, same]);
    }
  });
});
