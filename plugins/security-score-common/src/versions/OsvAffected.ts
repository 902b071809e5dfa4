import { compareVersions } from './compareVersions';

/**
 * What an OSV record says of one package, as far as versions go (OSV schema, field `affected`).
 *
 * @public
 */
export type OsvAffected = {
  ranges?: Array<{
    type: string;
    events: Array<{
      introduced?: string;
      fixed?: string;
      last_affected?: string;
      limit?: string;
    }>;
  }>;
  versions?: string[];
};

/**
 * Whether a version is affected, by the evaluation algorithm of the OSV schema: it is listed, or it is below a limit (where there is one)
 * and the last event before or at it introduced the vulnerability. Ranges of commits (GIT) say nothing of versions.
 *
 * @param type - of the package URL.
 * @public
 */
export function isAffected(
  type: string,
  version: string,
  affected: OsvAffected,
): boolean {
  if (affected.versions?.includes(version)) {
    return true;
  }
  return (affected.ranges ?? []).some(
    range => range.type !== 'GIT' && isInEvents(type, version, range.events),
  );
}

type Event = { at: string; opens: boolean; inclusive: boolean };

function isInEvents(
  type: string,
  version: string,
  events: NonNullable<OsvAffected['ranges']>[number]['events'],
): boolean {
  const limits = events.flatMap(({ limit }) => (limit ? [limit] : []));
  const isWithin =
    limits.length === 0 ||
    limits.some(limit => limit === '*' || isBefore(type, version, limit));
  if (!isWithin) {
    return false;
  }
  const changes = events
    .flatMap<Event>(({ introduced, fixed, last_affected: last }) => [
      ...(introduced === undefined
        ? []
        : [{ at: introduced, opens: true, inclusive: true }]),
      ...(fixed === undefined
        ? []
        : [{ at: fixed, opens: false, inclusive: true }]),
      ...(last === undefined
        ? []
        : [{ at: last, opens: false, inclusive: false }]),
    ])
    .sort((one, other) => compareEvents(type, one, other));
  let isOpen = false;
  for (const { at, opens, inclusive } of changes) {
    const order = compareAt(type, version, at);
    if (order === undefined) {
      return false;
    }
    if (inclusive ? order >= 0 : order > 0) {
      isOpen = opens;
    }
  }
  return isOpen;
}

function compareEvents(type: string, one: Event, other: Event): number {
  if (one.at === other.at) {
    return Number(other.opens) - Number(one.opens);
  }
  if (one.at === '0') {
    return -1;
  }
  return other.at === '0' ? 1 : compareVersions(type, one.at, other.at) ?? 0;
}

/** `0` is before every version. */
function compareAt(
  type: string,
  version: string,
  at: string,
): number | undefined {
  return at === '0' ? 1 : compareVersions(type, version, at);
}

function isBefore(type: string, version: string, limit: string): boolean {
  const order = compareVersions(type, version, limit);
  return order !== undefined && order < 0;
}

/**
 * The versions that an OSV record says to fix a package.
 *
 * @public
 */
export function fixVersionsOf({ ranges = [] }: OsvAffected): string[] {
  const fixed = ranges
    .filter(({ type }) => type !== 'GIT')
    .flatMap(({ events }) => events.flatMap(event => event.fixed ?? []));
  return [...new Set(fixed)];
}
