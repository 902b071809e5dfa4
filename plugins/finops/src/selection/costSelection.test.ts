import { daysOfPeriod, intervalOf, readCost, writeCost } from '.';

it('reads back what it writes, and leaves defaults out', () => {
  const chosen = {
    scope: 'component:default/cart',
    period: { kind: 'custom', from: '2025-01-01', to: '2025-03-31' },
    compare: 'year',
    metric: 'EffectiveCost',
    environment: 'PROD 1',
    provider: 'Amazon Web Services',
    serviceCategory: 'AI and Machine Learning',
    groupBy: 'resource',
    order: 'change',
    lines: 'all',
    serviceName: 'Amazon S3',
    resource: 'arn:aws:s3:::cart',
    bucket: 'untagged',
    per: 'requests',
  } as const;
  const params = writeCost(new URLSearchParams('kept=1'), chosen);
  expect(readCost(new URLSearchParams(params.toString()))).toEqual(chosen);

  const back = writeCost(params, {
    ...Object.fromEntries(Object.keys(chosen).map(key => [key, undefined])),
    period: { kind: 'month' },
  });
  expect(back.toString()).toBe('kept=1');
});

it('takes what makes no sense for the default', () => {
  const params = new URLSearchParams(
    'scope=user:default/ada&period=decade&compare=x&metric=ListPrice&by=luck&order=x&bucket=x&from=2025-02-30&to=x',
  );
  expect(readCost(params)).toEqual({
    scope: 'everything',
    period: { kind: 'month' },
    compare: 'before',
    metric: 'BilledCost',
    order: 'cost',
  });
});

it.each([
  ['month', '2025-11-01', '2025-11-28', 'day'],
  ['last-month', '2025-10-01', '2025-11-01', 'day'],
  ['3-months', '2025-09-01', '2025-11-28', 'month'],
  ['12-months', '2024-12-01', '2025-11-28', 'month'],
] as const)('knows the days of %s', (kind, from, to, interval) => {
  const days = daysOfPeriod({ kind }, '2025-11-27');
  expect(days).toEqual({ from, to });
  expect(intervalOf(days)).toBe(interval);
});

it('includes the last day that a reader chose', () => {
  expect(
    daysOfPeriod(
      { kind: 'custom', from: '2025-12-31', to: '2025-12-31' },
      '2026-01-05',
    ),
  ).toEqual({ from: '2025-12-31', to: '2026-01-01' });
});
