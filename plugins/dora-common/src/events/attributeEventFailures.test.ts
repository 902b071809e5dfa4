import { deploymentMetrics } from '../metrics';
import { attributeEventFailures } from './attributeEventFailures';
import type { DeploymentOutcome } from './eventAttribution';
import { eventPeriodFacts } from './eventPeriodFacts';
import type { ChangeEvent, DeploymentEvent, IncidentEvent } from './eventTypes';

const hour = 3_600_000;
const start = Date.UTC(2025, 0, 6);
const at = (hours: number) => start + hours * hour;

/** A deployment named by its hour, of the version of that name unless told otherwise. */
function deployment(
  hours: number,
  more: Partial<DeploymentEvent> = {},
): DeploymentEvent {
  return {
    id: `d${hours}`,
    service: 'shop',
    environment: 'production',
    version: `v${hours}`,
    finishedAt: at(hours),
    result: 'success',
    ...more,
  };
}

function incident(
  id: string,
  hours: number,
  more: Partial<IncidentEvent> = {},
): IncidentEvent {
  return { id, service: 'shop', openedAt: at(hours), ...more };
}

function change(sha: string, more: Partial<ChangeEvent>): ChangeEvent {
  return { sha, service: 'shop', committedAt: start, ...more };
}

const failedIds = (outcomes: readonly DeploymentOutcome[]) =>
  outcomes
    .filter(({ reasons }) => reasons.length > 0)
    .map(outcome => outcome.deployment.id);
const reworkIds = (outcomes: readonly DeploymentOutcome[]) =>
  outcomes
    .filter(({ repaired }) => repaired.length > 0)
    .map(outcome => outcome.deployment.id);
const outcomeOf = (outcomes: readonly DeploymentOutcome[], id: string) =>
  outcomes.find(outcome => outcome.deployment.id === id);

describe('attributeEventFailures', () => {
  it('counts a deployment once however many incidents it had', () => {
    const deployments = Array.from({ length: 23 }, (_, n) =>
      deployment(n * 48),
    );
    const incidents = [
      incident('a', 1),
      incident('b', 2),
      incident('c', 49, { resolvedAt: at(50) }),
      incident('d', 500, { causedBy: 'd96' }),
      incident('e', 500, { causedBy: 'd96' }),
      incident('f', 145),
    ];
    const { outcomes, unattributed } = attributeEventFailures({
      deployments,
      incidents,
    });
    expect(unattributed).toEqual([]);
    expect(failedIds(outcomes)).toEqual(['d0', 'd48', 'd96', 'd144']);
    const [from, to] = [start, at(23 * 48)];
    const facts = eventPeriodFacts({ outcomes, from, to });
    const metrics = deploymentMetrics({ facts, duration: to - from });
    expect(metrics.changeFailRate.sampleSize).toBe(23);
    expect(metrics.changeFailRate.value).toBeCloseTo(0.174, 3);
    expect(metrics.failedDeploymentRecoveryTime).toMatchObject({
      value: 2,
      sampleSize: 1,
    });
    expect(metrics.deploymentReworkRate.value).toBe(0);
  });

  it('charges nobody for what is old, elsewhere or unknown, and lists it', () => {
    const deployments = [
      deployment(0),
      deployment(30, { result: 'failure' }),
      deployment(31, { result: 'cancelled' }),
    ];
    const { outcomes, unattributed } = attributeEventFailures({
      deployments,
      incidents: [
        incident('edge', 24),
        incident('old', 24.001),
        incident('before', -1),
        incident('elsewhere', 1, { service: 'other' }),
        incident('unknown', 1, { causedBy: 'nothing' }),
        incident('unreleased', 31, { causedBy: 'd30' }),
      ],
    });
    expect(outcomes.map(each => each.deployment.id)).toEqual(['d0']);
    expect(outcomes[0].reasons).toEqual([
      { kind: 'same-service', evidence: [{ type: 'incident', id: 'edge' }] },
    ]);
    expect(
      unattributed.map(each => [
        each.type === 'incident' && each.incident.id,
        each.reason,
      ]),
    ).toEqual([
      ['before', 'no-recent-deployment'],
      ['elsewhere', 'no-recent-deployment'],
      ['unknown', 'not-found'],
      ['old', 'no-recent-deployment'],
      ['unreleased', 'not-successful'],
    ]);
    const wider = attributeEventFailures({
      deployments,
      incidents: [incident('old', 24.001)],
      hours: 25,
    });
    expect(wider.unattributed).toEqual([]);
  });

  it('takes an older version that is deployed again for a rollback', () => {
    const { outcomes } = attributeEventFailures({
      deployments: [
        deployment(1),
        deployment(2),
        deployment(3),
        deployment(4, { version: 'v2' }),
        // What runs already, something new, and what was rolled back: no rollbacks.
        deployment(5, { version: 'v2' }),
        deployment(6, { version: 'v3' }),
        deployment(7),
        // Another environment and another service have their own order.
        deployment(8, { version: 'v1', environment: 'canary' }),
        deployment(9, { version: 'v1', service: 'other' }),
      ],
    });
    expect(failedIds(outcomes)).toEqual(['d3']);
    expect(reworkIds(outcomes)).toEqual(['d4']);
    expect(outcomeOf(outcomes, 'd3')).toMatchObject({
      reasons: [
        { kind: 'rollback', evidence: [{ type: 'deployment', id: 'd4' }] },
      ],
      recovery: { type: 'deployment', id: 'd4', at: at(4), duration: hour },
    });
  });

  it('tells versions and commits apart as far as both are known', () => {
    const versions = (...list: [version?: string, sha?: string][]) =>
      failedIds(
        attributeEventFailures({
          deployments: list.map(([version, sha], n) =>
            deployment(n, { version, sha }),
          ),
        }).outcomes,
      );
    // The same commit in two versions, and the same version of several commits.
    expect(versions(['1', 'a'], ['2', 'a'], ['1', 'a'])).toEqual(['d1']);
    expect(versions(['main', 'a'], ['main', 'b'], ['main', 'a'])).toEqual([
      'd1',
    ]);
    expect(versions(['main', 'a'], ['main', 'b'], ['main', 'c'])).toEqual([]);
    expect(versions(['1', 'a'], ['2', 'b'], ['1'])).toEqual(['d1']);
    expect(versions(['1'], ['2'], ['1', 'a'])).toEqual(['d1']);
    expect(versions([undefined, 'a'], ['2', 'b'], ['1', 'a'])).toEqual(['d1']);
    expect(versions([], [], [])).toEqual([]);
  });

  it('believes a rollback that names what it takes back', () => {
    const { outcomes, unattributed } = attributeEventFailures({
      deployments: [
        deployment(1, { sha: 'a'.repeat(40) }),
        deployment(2),
        deployment(3),
        deployment(4, { version: 'v1-fixed', rollbackOf: 'v2' }),
        deployment(5, { rollbackOf: 'a'.repeat(40) }),
        deployment(6, { rollbackOf: 'd9' }),
        deployment(7, { rollbackOf: 'd30' }),
        deployment(9),
        deployment(30, { result: 'failure' }),
      ],
    });
    expect(failedIds(outcomes)).toEqual(['d1', 'd2']);
    expect(outcomeOf(outcomes, 'd2')?.reasons).toEqual([
      { kind: 'explicit', evidence: [{ type: 'deployment', id: 'd4' }] },
    ]);
    expect(reworkIds(outcomes)).toEqual(['d4', 'd5']);
    expect(
      unattributed.map(each => [
        each.type === 'rollback' && each.deployment.id,
        each.reason,
      ]),
    ).toEqual([
      ['d6', 'not-found'],
      ['d7', 'not-successful'],
    ]);
  });

  it('prefers what is named to a revert, and a revert to what is near', () => {
    const deployments = [
      deployment(1),
      deployment(2),
      deployment(3),
      deployment(5),
    ];
    const changes = [
      change('aaaaaaaa1', { deploymentId: 'd2' }),
      change('bbbbbbbb1', { deploymentId: 'd5', reverts: 'aaaaaaaa' }),
    ];
    const { outcomes } = attributeEventFailures({
      deployments,
      changes,
      incidents: [
        incident('named', 4, { causedBy: 'd1' }),
        incident('reverted', 4),
        incident('near', 6),
      ],
    });
    const kinds = outcomes.map(({ deployment: { id }, reasons }) => [
      id,
      ...reasons.map(
        ({ kind, evidence }) => `${kind}: ${evidence.map(each => each.id)}`,
      ),
    ]);
    expect(kinds).toEqual([
      ['d1', 'explicit: named'],
      [
        'd2',
        'revert: d5,bbbbbbbb1,aaaaaaaa1',
        'revert: reverted,d5,bbbbbbbb1,aaaaaaaa1',
      ],
      ['d3'],
      ['d5', 'same-service: near'],
    ]);
    expect(reworkIds(outcomes)).toEqual(['d5']);
  });

  it('finds a deployment by the sha of what it brought', () => {
    const deployments = [
      deployment(1, { sha: 'aaaaaaaa1' }),
      deployment(2, { sha: 'bbbbbbbb1' }),
      deployment(3, { sha: 'aaaaaaaa1' }),
    ];
    const changes = [change('cccccccc1', { deploymentId: 'd2' })];
    const named = (causedBy: string, hours: number) =>
      failedIds(
        attributeEventFailures({
          deployments: deployments.slice(0, 2),
          changes,
          incidents: [incident('i', hours, { causedBy })],
        }).outcomes,
      );
    expect(named('cccccccc', 9)).toEqual(['d2']);
    expect(named('aaaaaaaa1', 9)).toEqual(['d1']);
    expect(named('aaaaaaa', 9)).toEqual([]);
    const again = attributeEventFailures({
      deployments,
      incidents: [incident('i', 2.5, { causedBy: 'aaaaaaaa1' })],
    });
    // The last before the incident began.
    expect(failedIds(again.outcomes)).toEqual(['d1']);
  });

  it('charges the deployment that a rollback repairs, not the rollback', () => {
    const { outcomes } = attributeEventFailures({
      deployments: [
        deployment(1),
        deployment(50, { startedAt: at(49) }),
        deployment(90, { version: 'v1' }),
      ],
      incidents: [
        incident('late', 91, { resolvedAt: at(92) }),
        // Older than a day, but rolled back soon after it began.
        incident('slow', 80, { resolvedAt: at(85) }),
        incident('while it was deployed', 49.5),
      ],
      hours: 48,
    });
    expect(failedIds(outcomes)).toEqual(['d50']);
    expect(outcomeOf(outcomes, 'd50')).toMatchObject({
      recovery: { type: 'incident', id: 'slow', duration: 35 * hour },
    });
    expect(outcomeOf(outcomes, 'd50')?.reasons.map(({ kind }) => kind)).toEqual(
      ['rollback', 'rollback', 'rollback', 'same-service'],
    );
  });

  it('counts the earliest recovery, never a negative one', () => {
    const { outcomes } = attributeEventFailures({
      deployments: [
        deployment(10, { startedAt: at(8) }),
        deployment(60),
        deployment(70, { rollbackOf: 'd60' }),
      ],
      incidents: [
        incident('over before it ended', 9, { resolvedAt: at(9.5) }),
        incident('a', 61, { resolvedAt: at(75), causedBy: 'd60' }),
        incident('b', 61, { resolvedAt: at(65), causedBy: 'd60' }),
        incident('c', 61, { resolvedAt: at(59), causedBy: 'd60' }),
      ],
    });
    expect(outcomeOf(outcomes, 'd10')?.recovery?.duration).toBe(0);
    expect(outcomeOf(outcomes, 'd60')?.recovery).toEqual({
      type: 'incident',
      id: 'b',
      at: at(65),
      duration: 5 * hour,
    });
  });
});
