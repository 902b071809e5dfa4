import fc from 'fast-check';
import { doraMetricIds } from '../api';
import { deploymentMetrics } from '../metrics';
import { explainOverview } from './explainOverview';
import type { DeliveryOverview } from './overviewTypes';
import { summariseServices } from './summariseServices';
import { windowMetrics, type WindowFacts } from './windowMetrics';

const days = 28;
const hour = 3_600_000;

const service = fc.record({
  deployments: fc.integer({ min: 0, max: 400 }),
  failed: fc.nat({ max: 400 }),
  reworks: fc.nat({ max: 400 }),
  lead: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
});
type Facts = typeof service extends fc.Arbitrary<infer T> ? T : never;

function windowOf(facts: Facts, index: number): WindowFacts {
  const { deployments, failed, reworks, lead } = facts;
  return {
    entityRef: `component:default/${index}`,
    deployments,
    mainlineDeployments: 0,
    failed: Math.min(failed, deployments),
    reworks: Math.min(reworks, deployments),
    leadTime:
      lead === undefined ? undefined : { count: 3, median: lead * hour },
  };
}

function overviewOf(
  windows: readonly [WindowFacts, WindowFacts][],
  unmeasured: number,
): DeliveryOverview {
  const sum = (of: (window: WindowFacts) => number) =>
    windows.reduce((total, [now]) => total + of(now), 0);
  const of = windows.length + unmeasured;
  return {
    scope: 'group:default/red',
    period: { from: '2026-01-05T00:00:00Z', to: '2026-02-02T00:00:00Z' },
    comparison: { from: '2025-12-08T00:00:00Z', to: '2026-01-05T00:00:00Z' },
    environments: [],
    edition: 2023,
    services: of,
    measured: windows.length,
    demo: false,
    metrics: summariseServices({
      of,
      services: windows.map(([now, before]) => ({
        entityRef: now.entityRef,
        metrics: windowMetrics(now, days),
        before: windowMetrics(before, days),
        tiers: {},
        tiersBefore: {},
      })),
      totals: deploymentMetrics({
        facts: {
          deployments: sum(each => each.deployments),
          mainlineDeployments: 0,
          failed: sum(each => each.failed),
          reworks: sum(each => each.reworks),
        },
        duration: days * 24 * hour,
      }),
      totalsBefore: {},
    }),
  };
}

describe('explainOverview', () => {
  it('gives back what was counted, and accounts for every service', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(service, service), { maxLength: 20 }),
        fc.nat({ max: 5 }),
        (pairs, unmeasured) => {
          const windows = pairs.map(
            ([now, before], index): [WindowFacts, WindowFacts] => [
              windowOf(now, index),
              windowOf(before, index),
            ],
          );
          const overview = overviewOf(windows, unmeasured);
          const explained = explainOverview(overview);
          const sum = (of: (window: WindowFacts) => number) =>
            windows.reduce((total, [now]) => total + of(now), 0);
          const all = sum(each => each.deployments);
          const together = 'deployments of all services together';
          expect(explained.deploymentFrequency.formula).toBe(
            `${all} ${together} / 4 weeks`,
          );
          expect(explained.changeFailRate.formula).toBe(
            `${sum(each => each.failed)} failed / ${all} ${together}`,
          );
          expect(explained.deploymentReworkRate.formula).toBe(
            `${sum(each => each.reworks)} repairing / ${all} ${together}`,
          );
          for (const id of doraMetricIds) {
            const { metric, inputs, exclusions } = explained[id];
            expect(metric).toBe(id);
            const count = (label: RegExp) =>
              [...inputs, ...exclusions].find(each => label.test(each.label))
                ?.count ?? 0;
            expect(
              count(/with a value/) +
                count(/without a value/) +
                count(/not measured/),
            ).toBe(overview.services);
            const { better, worse, same } = overview.metrics[id];
            expect(better + worse + same + count(/neither/)).toBe(
              count(/with a value/),
            );
            expect(exclusions.every(({ why }) => why)).toBe(true);
          }
        },
      ),
    );
  });

  it('names the environment that services are not deployed to', () => {
    const overview = { ...overviewOf([], 2), environment: 'PROD-EU' };
    expect(explainOverview(overview).changeLeadTime).toEqual({
      metric: 'changeLeadTime',
      formula:
        'where the middle half lies of the medians of 0 services, each over its own times from commit to deployment',
      inputs: [],
      exclusions: [
        {
          label: 'Services that are not measured',
          count: 2,
          why: 'no deployment of them to PROD-EU is known, which says nothing about how they deliver',
        },
      ],
    });
  });
});
