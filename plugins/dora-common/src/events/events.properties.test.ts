import fc from 'fast-check';
import { attributeEventFailures } from './attributeEventFailures';
import { eventPeriodFacts } from './eventPeriodFacts';
import type { ChangeEvent, DeploymentEvent, IncidentEvent } from './eventTypes';

const hour = 3_600_000;
const hours = fc.integer({ min: 0, max: 60 });
const optional = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });
const services = fc.constantFrom('shop', 'pay');
const ids = fc.constantFrom('1', '2', '3', '4', '5', '6', '7');
const shas = fc.constantFrom('aaaaaaa1', 'aaaaaaa2', 'bbbbbbb1');

const deployment: fc.Arbitrary<DeploymentEvent> = fc
  .record({
    id: ids,
    service: services,
    environment: fc.constantFrom('production', 'production', 'eu'),
    version: optional(fc.constantFrom('v1', 'v2', 'v3')),
    sha: optional(shas),
    lasts: optional(fc.integer({ min: 0, max: 3 })),
    end: hours,
    result: fc.constantFrom(
      'success',
      'success',
      'success',
      'failure',
      'cancelled',
    ),
    rollbackOf: optional(fc.oneof(ids, fc.constantFrom('v1', 'aaaaaaa1'))),
  })
  .map(({ lasts, end, ...event }) => ({
    ...event,
    result: event.result as DeploymentEvent['result'],
    startedAt: lasts === undefined ? undefined : (end - lasts) * hour,
    finishedAt: end * hour,
  }));

const incident: fc.Arbitrary<IncidentEvent> = fc
  .record({
    id: ids,
    service: services,
    open: hours,
    resolved: optional(hours),
    causedBy: optional(fc.oneof(ids, shas, fc.constant('bbbbbbb'))),
  })
  .map(({ open, resolved, ...event }) => ({
    ...event,
    openedAt: open * hour,
    resolvedAt: resolved === undefined ? undefined : resolved * hour,
  }));

const change: fc.Arbitrary<ChangeEvent> = fc.record({
  sha: shas,
  service: services,
  committedAt: hours,
  deploymentId: optional(ids),
  reverts: optional(fc.oneof(shas, fc.constant('bbbbbbb'))),
});

const history = fc.record({
  deployments: fc.array(deployment, { maxLength: 12 }),
  incidents: fc.array(incident, { maxLength: 8 }),
  changes: fc.array(change, { maxLength: 6 }),
});

/** All of a list in any order, some of it twice. */
const delivered = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.tuple(fc.subarray([...list]), fc.constant(list)).chain(([again, all]) =>
    fc.shuffledSubarray([...all, ...again], {
      minLength: all.length + again.length,
    }),
  );

describe('attribution of events', () => {
  it('is the same whatever the order and number of deliveries', () => {
    const twoWays = history.chain(events =>
      fc.record({
        events: fc.constant(events),
        again: fc.record({
          deployments: delivered(events.deployments),
          incidents: delivered(events.incidents),
          changes: delivered(events.changes),
        }),
      }),
    );
    fc.assert(
      fc.property(twoWays, ({ events, again }) => {
        expect(attributeEventFailures(again)).toEqual(
          attributeEventFailures(events),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves nothing out, charges nothing twice, and repairs only what came before', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 48 }),
        (events, window) => {
          const { outcomes, unattributed } = attributeEventFailures({
            ...events,
            hours: window,
          });
          const finished = new Map(
            outcomes.map(each => [
              each.deployment.id,
              each.deployment.finishedAt,
            ]),
          );
          const charged = outcomes.flatMap(({ reasons }) =>
            reasons.flatMap(({ evidence }) =>
              evidence.filter(({ type }) => type === 'incident'),
            ),
          );
          const listed = unattributed.filter(({ type }) => type === 'incident');
          expect(new Set(charged.map(({ id }) => id)).size).toBe(
            charged.length,
          );
          expect(charged.length + listed.length).toBe(
            new Set(events.incidents.map(({ id }) => id)).size,
          );
          for (const {
            deployment: each,
            reasons,
            recovery,
            repaired,
          } of outcomes) {
            expect(each.result).toBe('success');
            expect(recovery ? recovery.duration : 0).toBeGreaterThanOrEqual(0);
            expect(recovery === undefined || reasons.length > 0).toBe(true);
            for (const id of repaired) {
              expect(finished.get(id)).toBeLessThanOrEqual(each.finishedAt);
              expect(id).not.toBe(each.id);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('charges a recent deployment only within the hours', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 48 }),
        (events, window) => {
          const opened = new Map<string, number>();
          for (const { id, openedAt } of events.incidents) {
            opened.set(id, Math.min(openedAt, opened.get(id) ?? Infinity));
          }
          const { outcomes } = attributeEventFailures({
            ...events,
            hours: window,
          });
          for (const { deployment: each, reasons } of outcomes) {
            for (const { kind, evidence } of reasons) {
              const since =
                (opened.get(evidence[0].id) ?? NaN) - each.finishedAt;
              expect(kind !== 'same-service' || since <= window * hour).toBe(
                true,
              );
            }
          }
        },
      ),
    );
  });

  it('adds up over periods', () => {
    fc.assert(
      fc.property(history, hours, (events, cut) => {
        const { outcomes } = attributeEventFailures(events);
        const count = (from: number, to: number) => {
          const facts = eventPeriodFacts({ outcomes, from, to });
          return [facts.deployments, facts.failed, facts.reworks];
        };
        const [first, second, all] = [
          count(0, cut * hour),
          count(cut * hour, 61 * hour),
          count(0, 61 * hour),
        ];
        expect(first.map((value, n) => value + second[n])).toEqual(all);
        expect(all[0]).toBe(outcomes.length);
      }),
    );
  });
});
