import { readOverview, writeOverview } from './overviewSelection';

it('reads back what it writes, and leaves defaults out', () => {
  const chosen = {
    scope: 'domain:default/payments',
    days: 365,
    compare: 'year',
    environment: 'production eu',
    edition: 2021,
    asOf: 'now',
    metric: 'changeLeadTime',
    order: 'change',
  } as const;
  const params = writeOverview(new URLSearchParams('kept=1'), chosen);
  expect(readOverview(new URLSearchParams(params.toString()))).toEqual(chosen);
  expect(params.get('kept')).toBe('1');

  const back = writeOverview(params, {
    scope: undefined,
    days: 90,
    compare: 'before',
    environment: undefined,
    edition: 2023,
    asOf: undefined,
    metric: 'deploymentFrequency',
    order: 'value',
  });
  expect(back.toString()).toBe('kept=1');
});

it.each([
  ['Everything', 'everything'],
  ['Group:default/Payments', 'group:default/payments'],
  ['component:default/cart', undefined],
  ['payments', undefined],
  ['group:', undefined],
  ['', undefined],
])('reads the scope %p as %p', (text, scope) => {
  const params = new URLSearchParams({ scope: text });
  expect(readOverview(params).scope).toBe(scope);
});

it('takes what makes no sense for the default', () => {
  const params = new URLSearchParams(
    'period=7&compare=decade&edition=2024&metric=speed&order=luck&asof=then&environment=',
  );
  expect(readOverview(params)).toEqual({
    scope: undefined,
    days: 90,
    compare: 'before',
    environment: undefined,
    edition: 2023,
    asOf: undefined,
    metric: 'deploymentFrequency',
    order: 'value',
  });
});
