import type {
  ChangeEvent,
  DeploymentEvent,
  DeploymentResult,
  IncidentEvent,
} from './eventTypes';

const ranks: Record<DeploymentResult, number> = {
  success: 2,
  failure: 1,
  cancelled: 0,
};

/**
 * One event for each deployment, whatever the order and number of deliveries: the one that finished last; of those, one
 * that succeeded. What that one does not say is taken from the others.
 *
 * @returns In the order of finish, then id.
 * @public
 */
export function mergeDeployments(
  events: Iterable<DeploymentEvent>,
): DeploymentEvent[] {
  return merged(
    events,
    ({ id }) => id,
    (a, b) =>
      b.finishedAt - a.finishedAt ||
      ranks[b.result] - ranks[a.result] ||
      compareContent(a, b),
  ).sort(byFinish);
}

/**
 * One event for each incident: opened at the earliest time told, resolved at the latest.
 *
 * @returns In the order of opening, then id.
 * @public
 */
export function mergeIncidents(
  events: Iterable<IncidentEvent>,
): IncidentEvent[] {
  return merged(
    events,
    ({ id }) => id,
    (a, b) =>
      (b.resolvedAt ?? -Infinity) - (a.resolvedAt ?? -Infinity) ||
      compareContent(a, b),
    incidents => ({
      openedAt: Math.min(...incidents.map(({ openedAt }) => openedAt)),
    }),
  ).sort((a, b) => a.openedAt - b.openedAt || compare(a.id, b.id));
}

/**
 * One event for each change of a service.
 *
 * @returns In the order of the shas.
 * @public
 */
export function mergeChanges(events: Iterable<ChangeEvent>): ChangeEvent[] {
  return merged(
    events,
    ({ service, sha }) => JSON.stringify([service, sha]),
    (a, b) => a.committedAt - b.committedAt || compareContent(a, b),
  ).sort((a, b) => compare(a.sha, b.sha) || compare(a.service, b.service));
}

/**
 * The order of deployments: by finish, then id.
 *
 * @public
 */
export function byFinish(a: DeploymentEvent, b: DeploymentEvent): number {
  return a.finishedAt - b.finishedAt || compare(a.id, b.id);
}

/** The order of code units, whatever the language of the reader. */
export function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function merged<T extends object>(
  events: Iterable<T>,
  keyOf: (event: T) => string,
  bestFirst: (a: T, b: T) => number,
  also?: (events: readonly T[]) => Partial<T>,
): T[] {
  const groups = new Map<string, T[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group) {
      group.push(event);
    } else {
      groups.set(key, [event]);
    }
  }
  return [...groups.values()].map(group => {
    if (group.length === 1) {
      return group[0];
    }
    const worstFirst = group.sort(bestFirst).reverse();
    const whole = Object.assign({}, ...worstFirst.map(known), also?.(group));
    return whole as T;
  });
}

function known(event: object): object {
  return Object.fromEntries(
    Object.entries(event).filter(([, value]) => value !== undefined),
  );
}

/** Some order of events that are equal in all that matters, which does not depend on that of their fields. */
function compareContent(a: object, b: object): number {
  return compare(contentOf(a), contentOf(b));
}

function contentOf(event: object): string {
  return JSON.stringify(
    Object.entries(event).sort(([a], [b]) => compare(a, b)),
  );
}
