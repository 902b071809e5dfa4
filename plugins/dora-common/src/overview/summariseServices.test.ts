import fc from 'fast-check';
import { doraMetricIds } from '../api';
import { percentileCont } from '../metrics';
import { tierMetricIds } from '../tiers';
import type { ServiceFigures } from './overviewTypes';
import {
  improvement,
  summariseServices,
  type ComparedService,
} from './summariseServices';
import { windowMetrics, windowTiers, type WindowFacts } from './windowMetrics';

/** Few different values, so that many are equal. */
const facts = fc.record({
  deployments: fc.integer({ min: 0, max: 4 }),
  failed: fc.integer({ min: 0, max: 2 }),
  reworks: fc.integer({ min: 0, max: 2 }),
  median: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
});

type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function compared(
  entityRef: string,
  [now, before]: [Facts, Facts],
): ComparedService {
  const [figures, figuresBefore] = [now, before].map(
    ({ median, deployments, failed, reworks }) => {
      const kept: WindowFacts = {
        entityRef,
        deployments,
        mainlineDeployments: 0,
        failed: Math.min(failed, deployments),
        reworks: Math.min(reworks, deployments),
        daysPerWeek: deployments,
        leadTime:
          median === undefined
            ? undefined
            : { count: 1, median: median * 3_600_000 },
      };
      const metrics = windowMetrics(kept, 28);
      return { metrics, tiers: windowTiers(kept, metrics).metrics };
    },
  );
  return {
    entityRef,
    ...figures,
    before: figuresBefore.metrics,
    tiersBefore: figuresBefore.tiers,
  };
}

describe('summariseServices', () => {
  it('says the same as sorting everything does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(facts, facts), { maxLength: 30 }),
        pairs => {
          const services = pairs.map((pair, index) =>
            compared(`component:default/${(index * 7) % 31}`, pair),
          );
          const of = services.length + 2;
          const metrics = summariseServices({
            services,
            of,
            totals: {},
            totalsBefore: {},
          });
          for (const id of doraMetricIds) {
            const value = (figures: ServiceFigures['metrics']) =>
              figures[id].value;
            const values = services
              .flatMap(each => value(each.metrics) ?? [])
              .sort((a, b) => a - b);
            const gains = services
              .flatMap(({ entityRef, metrics: now, before: old }) => {
                const [before, after] = [value(old), value(now)];
                return before === undefined || after === undefined
                  ? []
                  : [
                      {
                        mover: { entityRef, before, value: after },
                        gain: improvement(id, before, after),
                      },
                    ];
              })
              .sort(
                (a, b) =>
                  Math.abs(b.gain) - Math.abs(a.gain) ||
                  (a.mover.entityRef < b.mover.entityRef ? -1 : 1),
              );
            const better = gains.filter(({ gain }) => gain > 0);
            const worse = gains.filter(({ gain }) => gain < 0);
            const moversOf = (list: typeof gains) =>
              list.slice(0, 5).map(({ mover }) => mover);
            expect(metrics[id]).toMatchObject({
              coverage: { have: values.length, of },
              better: better.length,
              worse: worse.length,
              same: gains.length - better.length - worse.length,
              improved: moversOf(better),
              declined: moversOf(worse),
            });
            expect(metrics[id].spread?.median).toBe(
              percentileCont(values, 0.5),
            );
            const isTiered = tierMetricIds.some(each => each === id);
            expect(metrics[id].tiers?.total).toBe(isTiered ? of : undefined);
          }
        },
      ),
    );
  });
});
