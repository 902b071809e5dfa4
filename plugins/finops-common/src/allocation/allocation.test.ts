import fc from 'fast-check';
import { addAmounts, compareAmounts, subtractAmounts } from '@portal/amounts';
import { costItemColumns, type CostItem } from '../focus/FocusLine';
import {
  createAllocation,
  createTagReader,
  parseAllocationRules,
  splitShared,
  type AllocationCatalog,
  type AllocationRules,
  type AllocationShare,
  type AllocationWeight,
} from '.';

const entities = [
  'component:default/shop',
  'component:default/quote-service',
  'system:default/pricing',
];
const catalog: AllocationCatalog = {
  has: ref => entities.includes(ref),
  environments: [
    { name: 'PROD1', aliases: ['prod', 'production'] },
    { name: 'DEV1', aliases: ['dev'] },
  ],
  claims: [
    {
      entityRef: entities[0],
      by: 'resource-ids',
      value: 'arn:aws:s3:::shop-*',
    },
    { entityRef: entities[2], by: 'tags', value: 'App=Pricing Engine' },
    { entityRef: entities[1], by: 'sub-accounts', value: '4242' },
    {
      entityRef: 'component:default/gone',
      by: 'services',
      value: 'Amazon SQS',
    },
  ],
};

function item(
  columns: Partial<CostItem['columns']>,
  tags: CostItem['tags'] = {},
): CostItem {
  const all = Object.fromEntries(costItemColumns.map(name => [name, '']));
  return {
    id: '',
    columns: { ...all, ...columns } as CostItem['columns'],
    tags,
  };
}

function decide(
  rules: Partial<AllocationRules>,
  one: CostItem,
  month = '2026-11',
) {
  const decision = createAllocation({
    rules: parseAllocationRules({ rules: [], ...rules }),
    catalog,
    month,
  })(one);
  const target = {
    entity: () => (decision.kind === 'entity' ? decision.entityRef : ''),
    bucket: () => (decision.kind === 'bucket' ? decision.bucket : ''),
    shared: () => (decision.kind === 'shared' ? decision.split.by : ''),
  }[decision.kind]();
  return `${decision.ruleId} ${target} ${decision.environment}`.trim();
}

describe('allocation', () => {
  it('finds a component by the name in its tag, however the key is written', () => {
    for (const key of [
      'application',
      ' App ',
      'APP_NAME',
      'user:Service',
      'Component',
    ]) {
      expect(
        decide({}, item({}, { [key]: ' Quote Service', ENV: 'Production ' })),
      ).toBe('name:application component:default/quote-service PROD1');
    }
    expect(decide({}, item({}, { app: 'nobody' }))).toBe('none unmatched');
    expect(decide({}, item({}))).toBe('none untagged');
    expect(decide({ matchNames: false }, item({}, { app: 'shop' }))).toBe(
      'none unmatched',
    );
    // The most usual spelling decides, whatever the order.
    const read = createTagReader();
    expect(read({ service: 'a', application: 'b' }).get('application')).toBe(
      'b',
    );
    expect(read({ application: 'b', service: 'a' }).get('application')).toBe(
      'b',
    );
    expect(read({ application: ' ' }).size).toBe(0);
  });

  it('takes the first rule that matches, then annotations, then names', () => {
    const rules: AllocationRules['rules'] = [
      {
        id: 'old',
        title: 'Old',
        match: { tags: { app: 'quotes-*' } },
        entity: 'component:default/{tag:application}',
        values: { 'Quotes v1': 'quote-service' },
      },
      {
        id: 'gone',
        title: 'Gone',
        match: { serviceName: 'Kinesis' },
        entity: 'component:default/gone',
      },
      {
        id: 'late',
        title: 'Late',
        from: '2026-12',
        match: { provider: '*' },
        idle: true,
      },
      {
        id: 'support',
        title: 'Support',
        match: { serviceName: ['AWS Support', '*Premium*'] },
        shared: { by: 'proportional' },
        environment: 'prod',
      },
      {
        id: 'spare',
        title: 'Spare',
        match: { untagged: true, subAccount: 'spare*' },
        idle: true,
      },
    ];
    expect(decide({ rules }, item({}, { app: 'quotes-v1' }))).toBe(
      'old component:default/quote-service',
    );
    // What the template makes of it is not there.
    expect(decide({ rules }, item({}, { app: 'quotes-v9' }))).toBe(
      'none unmatched',
    );
    expect(decide({ rules }, item({ ServiceName: 'kinesis ' }))).toBe(
      'gone unmatched',
    );
    expect(
      decide(
        { rules },
        item({ ProviderName: 'AWS', ServiceName: 'aws support' }),
      ),
    ).toBe('support proportional PROD1');
    expect(decide({ rules }, item({ ProviderName: 'AWS' }), '2026-12')).toBe(
      'late idle',
    );
    expect(
      decide({ rules }, item({ SubAccountId: '7', SubAccountName: 'spare 1' })),
    ).toBe('spare idle');
    expect(
      decide({ rules }, item({ ResourceId: 'arn:aws:s3:::SHOP-images' })),
    ).toBe('annotation:resource-ids component:default/shop');
    expect(decide({}, item({}, { Application: 'pricing_engine' }))).toBe(
      'annotation:tags system:default/pricing',
    );
    expect(decide({}, item({ SubAccountId: '4242' }, { app: 'shop' }))).toBe(
      'annotation:sub-accounts component:default/quote-service',
    );
    expect(
      decide({}, item({ ServiceName: 'Amazon SQS' }, { app: 'shop' })),
    ).toBe('name:application component:default/shop');
    const all: AllocationRules['rules'] = [
      { id: 'all', title: 'All', match: { resourceId: '*' }, idle: true },
    ];
    expect(
      decide(
        { rules: all, first: 'annotations' },
        item({ ResourceId: 'arn:aws:s3:::shop-1' }),
      ),
    ).toBe('annotation:resource-ids component:default/shop');
    expect(
      decide(
        {
          environments: { DEV1: { subAccounts: ['test*'], tags: ['sandbox'] } },
        },
        item({ SubAccountId: '1', SubAccountName: 'Test 4' }, { app: 'shop' }),
      ),
    ).toBe('name:application component:default/shop DEV1');
  });

  it('refuses what would not work, and says where and why', () => {
    const problemsOf = (value: unknown) => {
      try {
        parseAllocationRules(value);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(problemsOf(undefined)).toContain(
      'the rules: found nothing, expected an object',
    );
    expect(problemsOf({ rules: [], rule: 1 })).toContain(
      'rule: there is no such key',
    );
    const rule = {
      id: 'a',
      title: 'A',
      match: { provider: 'AWS' },
      idle: true,
    };
    expect(problemsOf({ rules: [rule] })).toBe('');
    expect(problemsOf({ rules: [rule, rule] })).toContain(
      'rules[1].id: "a" is there twice',
    );
    expect(
      problemsOf({ rules: [{ ...rule, entity: 'component:default/a' }] }),
    ).toContain('rules[0]: found entity and idle');
    expect(problemsOf({ rules: [{ ...rule, match: {} }] })).toContain(
      'rules[0].match',
    );
    expect(
      problemsOf({ rules: [{ ...rule, match: { subAccount: 42 } }] }),
    ).toContain('numbers need quotes');
    expect(problemsOf({ rules: [{ ...rule, from: '2026-11-01' }] })).toContain(
      'rules[0].from',
    );
    expect(
      problemsOf({
        rules: [{ ...rule, idle: undefined, entity: '{application}' }],
      }),
    ).toContain('{tag:application}');
    const fixed = (percentages: unknown) =>
      problemsOf({
        rules: [
          {
            id: 'a',
            title: 'A',
            match: { provider: '*' },
            shared: { by: 'fixed', percentages },
          },
        ],
      });
    expect(fixed({ a: '33.3', b: '66.6' })).toContain(
      'rules[0].shared.percentages: the percentages add to 99.9, expected 100',
    );
    expect(fixed({ a: '110', b: '-10' })).toContain(
      'percentages.b: found "-10"',
    );
    expect(fixed({ a: '33.3', b: '66.7' })).toBe('');
    fc.assert(
      fc.property(fc.anything(), value => {
        const problems = problemsOf({ rules: [value] });
        expect(problems).toMatch(
          /^InputError: The allocation rules can't be used\. /,
        );
      }),
    );
  });

  const amounts = fc
    .integer({ min: -5_000_000, max: 50_000_000 })
    .map(value => (value / 10_000).toFixed(4));
  const weights = fc.array(
    fc.record<AllocationWeight>({
      entityRef: fc.constantFrom(...entities),
      environment: fc.constantFrom('PROD1', 'DEV1', ''),
      provider: fc.constantFrom('AWS', 'Oracle'),
      amount: amounts,
    }),
    { maxLength: 40 },
  );

  it('covers an item whole, whoever has a part of it', () => {
    fc.assert(
      fc.property(
        weights,
        fc.constantFrom('even', 'proportional', 'metric', 'fixed'),
        fc.integer({ min: 0, max: 10_000 }),
        (direct, by, cut) => {
          const split = {
            by,
            percentages: {
              [entities[0]]: (cut / 100).toFixed(2),
              'component:default/gone': ((10_000 - cut) / 100).toFixed(2),
            },
            ofProvider: 'aws',
          } as const;
          const metric = new Map(
            direct.map(({ entityRef, amount }) => [entityRef, amount]),
          );
          const shares = splitShared(split, {
            direct,
            metric,
            has: catalog.has,
          });
          expectWhole(shares);
          expect(
            splitShared(split, {
              direct: [...direct].reverse(),
              metric,
              has: catalog.has,
            }),
          ).toEqual(shares);
          expect(
            shares.every(
              ({ entityRef, bucket }) =>
                (entityRef === '') === (bucket === 'shared'),
            ),
          ).toBe(true);
        },
      ),
    );
  });

  it('splits by what entities cost, and leaves to nobody what nobody weighs', () => {
    const direct = [
      {
        entityRef: entities[0],
        environment: 'PROD1',
        provider: 'AWS',
        amount: '30',
      },
      {
        entityRef: entities[1],
        environment: 'PROD1',
        provider: 'AWS',
        amount: '10',
      },
      {
        entityRef: entities[1],
        environment: 'DEV1',
        provider: 'Oracle',
        amount: '60',
      },
    ];
    const options = { direct, has: catalog.has };
    const parts = (shares: AllocationShare[]) =>
      shares.map(
        ({ entityRef, from, to }) =>
          `${entityRef.split('/')[1]} ${subtractAmounts(to, from)}`,
      );
    expect(parts(splitShared({ by: 'proportional' }, options))).toEqual([
      'quote-service 0.7',
      'shop 0.3',
    ]);
    expect(
      parts(splitShared({ by: 'proportional', ofProvider: 'AWS' }, options)),
    ).toEqual(['quote-service 0.25', 'shop 0.75']);
    expect(parts(splitShared({ by: 'even' }, options))).toEqual([
      'quote-service 0.5',
      'shop 0.5',
    ]);
    expect(
      parts(
        splitShared(
          { by: 'even', among: entities, ofEnvironment: 'DEV1' },
          options,
        ),
      ),
    ).toHaveLength(3);
    expect(
      splitShared(
        { by: 'metric', metric: 'deployments' },
        { ...options, metric: new Map([[entities[0], '0']]) },
      ),
    ).toEqual([{ entityRef: '', bucket: 'shared', from: '0', to: '1' }]);
  });

  it('decides each item by itself', () => {
    const rules = parseAllocationRules({
      rules: [
        {
          id: 'a',
          title: 'A',
          match: { provider: 'AWS', tags: { team: 't*' } },
          entity: '{tag:application}',
        },
      ],
    });
    const items = fc.array(
      fc.record({
        provider: fc.constantFrom('AWS', 'Oracle'),
        tags: fc.dictionary(
          fc.constantFrom('app', 'Team', 'env'),
          fc.constantFrom('shop', 'tt', 'prod'),
        ),
      }),
    );
    fc.assert(
      fc.property(items, list => {
        const all = list.map(({ provider, tags }) =>
          item({ ProviderName: provider }, tags),
        );
        const forward = createAllocation({
          rules,
          catalog,
          month: '2026-11-01',
        });
        const backward = createAllocation({
          rules,
          catalog,
          month: '2026-11-01',
        });
        const decisions = all.map(forward);
        expect([...all].reverse().map(backward).reverse()).toEqual(decisions);
      }),
    );
  });
});

function expectWhole(shares: AllocationShare[]) {
  let at = '0';
  for (const { from, to } of shares) {
    expect(from).toBe(at);
    expect(compareAmounts(to, from)).toBe(1);
    at = to;
  }
  expect(at).toBe('1');
  expect(
    compareAmounts(
      addAmounts(shares.map(({ from, to }) => subtractAmounts(to, from))),
      '1',
    ),
  ).toBe(0);
}
