import type { EventAttribution, Unattributed } from './eventAttribution';
import type { ChangeEvent, DeploymentEvent, IncidentEvent } from './eventTypes';
import { mergeChanges, mergeDeployments, mergeIncidents } from './mergeEvents';
import { OutcomeBuilder } from './OutcomeBuilder';
import { ServiceTimeline } from './ServiceTimeline';

/**
 * How long after a deployment an incident of its service is charged to it, where nothing else links them.
 *
 * @public
 */
export const defaultAttributionHours = 24;

const hour = 3_600_000;

/**
 * Says of every successful deployment whether it failed and why, what recovered it, and what it repaired itself. The order
 * in which events came, and how often, does not matter.
 *
 * An incident is charged to one deployment, by the first of these that finds one:
 *
 * 1. the deployment that it names, by id or sha, or by the sha of a change that it brought;
 * 2. the deployment that was repaired, by a rollback or a revert, after the incident began and within `hours` of it;
 * 3. the deployment of the same service that began last before it, where that finished no more than `hours` before;
 *    rollbacks are passed over.
 *
 * What finds none, or names one that is not known, is listed as unattributed. Rollbacks and reverts make the deployment
 * that they take back a failed one without an incident too. Several incidents of one deployment make one failure.
 *
 * The earliest recovery counts: a rollback, a deployment that reverts, or the end of an incident. A rollback is rework; a
 * deployment that reverts is where nothing repaired earlier.
 *
 * @param options - Production deployments only; which environments those are is for the caller to say.
 * @public
 */
export function attributeEventFailures(options: {
  deployments: Iterable<DeploymentEvent>;
  incidents?: Iterable<IncidentEvent>;
  changes?: Iterable<ChangeEvent>;
  /** Default 24. */
  hours?: number;
}): EventAttribution {
  const window = (options.hours ?? defaultAttributionHours) * hour;
  const all = mergeDeployments(options.deployments);
  const known = new Map(all.map(deployment => [deployment.id, deployment]));
  const succeeded = all.filter(({ result }) => result === 'success');
  const builders = new Map(
    succeeded.map(({ id }, place) => [
      id,
      OutcomeBuilder.create(succeeded[place]),
    ]),
  );
  const timelines = timelinesOf(succeeded, mergeChanges(options.changes ?? []));
  const unattributed: Unattributed[] = [];

  for (const { repairs } of timelines.values()) {
    for (const { kind, failed, repair, evidence } of repairs) {
      const builder = builders.get(failed.id);
      builder?.failedBy(kind, ...evidence);
      builder?.repairedBy(repair, kind !== 'revert');
    }
  }
  for (const incident of mergeIncidents(options.incidents ?? [])) {
    const found = causeOf(incident, timelines.get(incident.service));
    if (typeof found === 'string') {
      unattributed.push({ type: 'incident', incident, reason: found });
    } else {
      found.builder.failedBy(found.kind, ...found.evidence);
      found.builder.failedByIncident(incident);
    }
  }
  for (const failed of builders.values()) {
    for (const rework of failed.reworks) {
      builders.get(rework.id)?.hasRepaired(failed.deployment.id);
    }
  }
  const outcomes = [...builders.values()].map(builder => builder.build());
  const unresolved = new Set(
    [...timelines.values()].flatMap(timeline => timeline.unresolved),
  );
  for (const deployment of succeeded) {
    if (unresolved.has(deployment)) {
      const target = known.get(deployment.rollbackOf ?? '');
      const reason = unknownReason(target);
      unattributed.push({ type: 'rollback', deployment, reason });
    }
  }
  return { outcomes, unattributed };

  function causeOf(incident: IncidentEvent, timeline?: ServiceTimeline) {
    const evidence = { type: 'incident', id: incident.id } as const;
    const { causedBy } = incident;
    if (causedBy !== undefined) {
      const named =
        known.get(causedBy) ?? timeline?.named(causedBy, incident.openedAt);
      const builder = named && builders.get(named.id);
      return builder
        ? { builder, kind: 'explicit' as const, evidence: [evidence] }
        : unknownReason(named);
    }
    const repair = timeline?.repairOf(incident, window);
    const repaired = repair && builders.get(repair.failed.id);
    if (repaired) {
      const kind = repair.kind === 'explicit' ? 'rollback' : repair.kind;
      const { evidence: shown } = repair;
      return { builder: repaired, kind, evidence: [evidence, ...shown] };
    }
    const recent = timeline?.recent(incident, window);
    const builder = recent && builders.get(recent.id);
    return builder
      ? { builder, kind: 'same-service' as const, evidence: [evidence] }
      : 'no-recent-deployment';
  }
}

function unknownReason(named: DeploymentEvent | undefined) {
  return named && named.result !== 'success' ? 'not-successful' : 'not-found';
}

function timelinesOf(
  deployments: readonly DeploymentEvent[],
  changes: readonly ChangeEvent[],
): Map<string, ServiceTimeline> {
  const changesOf = byService(changes);
  return new Map(
    [...byService(deployments)].map(([service, list]) => [
      service,
      ServiceTimeline.create(list, changesOf.get(service) ?? []),
    ]),
  );
}

function byService<T extends { service: string }>(
  events: readonly T[],
): Map<string, T[]> {
  const services = new Map<string, T[]>();
  for (const event of events) {
    const list = services.get(event.service);
    if (list) {
      list.push(event);
    } else {
      services.set(event.service, [event]);
    }
  }
  return services;
}
