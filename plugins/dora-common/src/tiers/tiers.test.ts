import fc from 'fast-check';
import { doraMetricDefinitions } from '../definitions';
import { deploymentDays } from './deploymentDays';
import { entityTiers } from './entityTiers';
import { tierDistribution } from './tierDistribution';
import {
  performanceTiers,
  tierEditions,
  tierEditionYears,
  tierMetricIds,
  type PerformanceTier,
  type TierEditionYear,
  type TierMetricId,
} from './tierEditions';
import { tierOf, tiersOf } from './tierOf';

const day = 86_400_000;
const month = 730.5;
const just = (bound: number) => bound * (1 + 1e-9);
const under = (bound: number) => bound * (1 - 1e-9);

const editions = fc.constantFrom(...tierEditionYears);
const metrics = fc.constantFrom(...tierMetricIds);
const values = fc.oneof(
  fc.double({ min: 0, noNaN: true }),
  fc.double({ min: 0, max: 8, noNaN: true }),
  fc.constantFrom(0, 0.05, 0.1, 0.15, 0.3, 1, 5, 24, 168, month, 6 * month),
);
const rank = (tier: PerformanceTier | undefined) =>
  performanceTiers.findIndex(each => each === tier);

describe('entityTiers', () => {
  const to = Date.UTC(2025, 6, 1);
  const from = to - 28 * day;
  const value = (number: number | undefined, unit: 'h' | 'ratio') => ({
    state: 'ok' as const,
    value: number,
    unit,
    sampleSize: number === undefined ? 0 : 12,
  });
  const figures = (deployments: number) => ({
    deploymentFrequency: {
      state: 'ok' as const,
      value: deployments / 4,
      unit: '1/week' as const,
      sampleSize: deployments,
    },
    changeLeadTime: value(48, 'h'),
    changeFailRate: value(0.2, 'ratio'),
    failedDeploymentRecoveryTime: value(undefined, 'h'),
    deploymentReworkRate: value(0.1, 'ratio'),
  });

  it('goes by days with a deployment, not by their number', () => {
    const daily = Array.from({ length: 28 }, (_, n) => to - n * day - 1);
    const burst = daily.map((_, n) => to - n - 1);
    expect(
      entityTiers({ metrics: figures(28), deployments: daily, from, to }),
    ).toEqual({
      edition: 2023,
      metrics: {
        deploymentFrequency: { tier: 'elite', band: 'On demand' },
        changeLeadTime: { tier: 'high', band: 'Between one day and one week' },
        changeFailRate: { tier: 'low', band: '64 %' },
      },
    });
    expect(
      entityTiers({ metrics: figures(28), deployments: burst, from, to })
        .metrics.deploymentFrequency?.tier,
    ).toBe('medium');
  });

  it('has none for what has no value, and those of the edition asked for', () => {
    const tiers = entityTiers({
      metrics: figures(0),
      deployments: [],
      from,
      to,
      edition: 2019,
    });
    expect(Object.keys(tiers.metrics)).toEqual([
      'changeLeadTime',
      'changeFailRate',
    ]);
    expect(tiers.edition).toBe(2019);
  });
});

describe('tierOf', () => {
  it('gives every value a tier, and a better value never a worse one', () => {
    fc.assert(
      fc.property(
        editions,
        metrics,
        values,
        values,
        (edition, metric, a, b) => {
          const higherIsBetter =
            doraMetricDefinitions.find(({ id }) => id === metric)
              ?.betterWhen === 'higher';
          const [worse, better] = higherIsBetter === a < b ? [a, b] : [b, a];
          const [low, high] = [worse, better].map(value =>
            rank(tierOf({ metric, value, edition })),
          );
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(low);
        },
      ),
    );
  });

  it('gives no tier without a value', () => {
    for (const value of [undefined, NaN, -1]) {
      expect(tierOf({ metric: 'changeLeadTime', value })).toBeUndefined();
    }
  });

  it.each<[TierEditionYear, TierMetricId, [number, PerformanceTier][]]>([
    [
      2019,
      'deploymentFrequency',
      [
        [5, 'elite'],
        [under(5), 'high'],
        [1, 'high'],
        [under(1), 'medium'],
        [168 / month, 'medium'],
        [under(168 / month), 'low'],
      ],
    ],
    [
      2019,
      'changeLeadTime',
      [
        [under(24), 'elite'],
        [24, 'high'],
        [168, 'high'],
        [just(168), 'medium'],
        [month, 'medium'],
        [just(month), 'low'],
      ],
    ],
    [
      2019,
      'changeFailRate',
      [
        [0.15, 'elite'],
        [just(0.15), 'low'],
      ],
    ],
    [
      2019,
      'failedDeploymentRecoveryTime',
      [
        [under(1), 'elite'],
        [1, 'high'],
        [under(24), 'high'],
        [24, 'low'],
      ],
    ],
    [
      2021,
      'deploymentFrequency',
      [
        [5, 'elite'],
        [under(5), 'high'],
        [168 / month, 'high'],
        [under(168 / month), 'medium'],
        [168 / (6 * month), 'medium'],
        [under(168 / (6 * month)), 'low'],
      ],
    ],
    [
      2021,
      'changeLeadTime',
      [
        [under(1), 'elite'],
        [1, 'high'],
        [168, 'high'],
        [just(168), 'medium'],
        [6 * month, 'medium'],
        [just(6 * month), 'low'],
      ],
    ],
    [
      2021,
      'changeFailRate',
      [
        [0.15, 'elite'],
        [just(0.15), 'high'],
        [0.3, 'high'],
        [just(0.3), 'low'],
      ],
    ],
    [
      2021,
      'failedDeploymentRecoveryTime',
      [
        [under(1), 'elite'],
        [1, 'high'],
        [24, 'medium'],
        [168, 'medium'],
        [just(168), 'low'],
      ],
    ],
    [
      2022,
      'deploymentFrequency',
      [
        [5, 'high'],
        [under(5), 'medium'],
        [168 / month, 'medium'],
        [under(168 / month), 'low'],
      ],
    ],
    [
      2022,
      'changeLeadTime',
      [
        [0, 'high'],
        [168, 'high'],
        [just(168), 'medium'],
        [just(month), 'low'],
      ],
    ],
    [
      2022,
      'changeFailRate',
      [
        [0.15, 'high'],
        [0.3, 'medium'],
        [just(0.3), 'low'],
      ],
    ],
    [
      2022,
      'failedDeploymentRecoveryTime',
      [
        [under(24), 'high'],
        [24, 'medium'],
        [168, 'medium'],
        [just(168), 'low'],
      ],
    ],
    [
      2023,
      'deploymentFrequency',
      [
        [7, 'elite'],
        [5, 'elite'],
        [4.5, 'high'],
        [1, 'high'],
        [under(1), 'medium'],
        [168 / month, 'medium'],
        [under(168 / month), 'low'],
        [0, 'low'],
      ],
    ],
    [
      2023,
      'changeLeadTime',
      [
        [0, 'elite'],
        [under(24), 'elite'],
        [24, 'high'],
        [168, 'high'],
        [just(168), 'medium'],
        [month, 'medium'],
        [just(month), 'low'],
        [Infinity, 'low'],
      ],
    ],
    [
      2023,
      'changeFailRate',
      [
        [0.05, 'elite'],
        [just(0.05), 'high'],
        [0.1, 'high'],
        [just(0.1), 'medium'],
        [0.15, 'medium'],
        [just(0.15), 'low'],
        [1, 'low'],
      ],
    ],
    [
      2023,
      'failedDeploymentRecoveryTime',
      [
        [under(1), 'elite'],
        [1, 'high'],
        [24, 'medium'],
        [168, 'medium'],
        [just(168), 'low'],
      ],
    ],
  ])('cuts %i %s at its edges', (edition, metric, edges) => {
    for (const [value, tier] of edges) {
      expect([value, tierOf({ metric, value, edition })]).toEqual([
        value,
        tier,
      ]);
    }
  });

  it('has a last tier without a bound, a source, and no elite in 2022', () => {
    for (const year of tierEditionYears) {
      const { source, cutOffs } = tierEditions[year];
      expect(source).toMatch(/^https:\/\/dora\.dev\/research\/\d{4}\//);
      for (const metric of tierMetricIds) {
        const tiers = cutOffs[metric].map(({ tier }) => tier);
        expect(tiers).toEqual(performanceTiers.slice(year === 2022 ? 1 : 0));
        const { atLeast, atMost, below } = cutOffs[metric].slice(-1)[0];
        expect([atLeast, atMost, below]).toEqual([
          undefined,
          undefined,
          undefined,
        ]);
      }
    }
  });

  it('counts tiers, and blends none', () => {
    const tiers = tiersOf({ deploymentFrequency: 6, changeLeadTime: 5000 });
    expect(tiers).toEqual({
      deploymentFrequency: 'elite',
      changeLeadTime: 'low',
      changeFailRate: undefined,
      failedDeploymentRecoveryTime: undefined,
    });
    expect(tierDistribution(Object.values(tiers))).toEqual({
      elite: 1,
      high: 0,
      medium: 0,
      low: 1,
      withData: 2,
      total: 4,
    });
  });
});

describe('deploymentDays', () => {
  const to = Date.UTC(2025, 2, 3);
  const days = (...before: number[]) => before.map(n => to - n * day);

  it('is the median of the days with a deployment', () => {
    const everyWorkingDay = days(
      ...Array.from({ length: 28 }, (_, n) => n + 1).filter(n => n % 7 < 5),
    );
    expect(
      deploymentDays({
        deployments: [...everyWorkingDay, ...everyWorkingDay],
        from: to - 28 * day,
        to,
      }),
    ).toEqual({ weeks: 4, median: 5, mean: 5, perWeek: 5 });
  });

  it('says how seldom where the median week has none, and lifts nothing by a burst', () => {
    const from = to - 28 * day;
    expect(deploymentDays({ deployments: days(3), from, to }).perWeek).toBe(
      0.25,
    );
    const burst = days(1, 2, 3, 4, 5, 6, 7);
    expect(deploymentDays({ deployments: burst, from, to })).toEqual({
      weeks: 4,
      median: 0,
      mean: 1.75,
      perWeek: 1,
    });
    expect(deploymentDays({ deployments: burst, from: to - day, to })).toEqual({
      weeks: 0,
    });
  });

  it('takes the period half-open', () => {
    const period = { from: to - 7 * day, to };
    const perWeek = (at: number) =>
      deploymentDays({ deployments: [at], ...period }).perWeek;
    expect([to, to - 1, period.from, period.from - 1].map(perWeek)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('does not depend on order, and grows with each deployment', () => {
    const instants = fc.array(
      fc.integer({ min: to - 70 * day, max: to + day }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 7, max: 70 }),
        fc.integer({ min: to - 70 * day, max: to }),
        (deployments, length, another) => {
          const period = { from: to - length * day, to };
          const once = deploymentDays({ deployments, ...period });
          const reversed = [...deployments].reverse();
          expect(deploymentDays({ deployments: reversed, ...period })).toEqual(
            once,
          );
          const more = deploymentDays({
            deployments: [...deployments, another],
            ...period,
          });
          expect(more.perWeek).toBeGreaterThanOrEqual(once.perWeek ?? NaN);
          expect(more.perWeek).toBeLessThanOrEqual(7);
        },
      ),
    );
  });
});
