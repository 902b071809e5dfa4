import { compare } from '../events/mergeEvents';
import type { Report, ReportKind } from './reportTypes';

type Fields = Record<string, unknown>;
type Stamp = readonly [updatedAt: number, sequence: number];

/*
 * Fields that are told together and change together. The first one of a group says whether a report tells it at all.
 * Every other field stands alone.
 */
const groups: Record<ReportKind, readonly (readonly string[])[]> = {
  deployment: [['result', 'finishedAt']],
  incident: [['status', 'resolvedAt']],
  'pull-request': [['state', 'mergedAt', 'mergeSha']],
  change: [],
  release: [],
};

/** Fields of which the earliest value is right, whichever report is the newest. */
const earliest: ReadonlySet<string> = new Set([
  'startedAt',
  'openedAt',
  'firstCommitAt',
  'firstReviewAt',
]);

const own: ReadonlySet<string> = new Set([
  'kind',
  'id',
  'source',
  'updatedAt',
  'sequence',
  'stamps',
]);

/**
 * Two reports of the same thing as one. Each field is that of the newest report that tells it, beginnings are the
 * earliest ones told. It does not matter in which order, how often and in which parts reports are merged.
 *
 * @param one - The report, or what came out of merging some. `other` has to have the same kind and id.
 * @public
 */
export function mergeReport<T extends Report>(one: T, other: T): T {
  const a: Fields = one;
  const b: Fields = other;
  const isFirstNewer = compareStamps(stampOf(one), stampOf(other)) >= 0;
  const { updatedAt, sequence } = isFirstNewer ? one : other;
  const [source] = [one.source, other.source].sort(compare);
  const merged: Fields = {
    kind: one.kind,
    id: one.id,
    source,
    updatedAt,
    sequence,
  };
  const stamps: Record<string, Stamp> = {};
  for (const group of groupsOf(one.kind, a, b)) {
    const [name] = group;
    if (earliest.has(name)) {
      merged[name] = Math.min(...told([a[name], b[name]]));
      continue;
    }
    const isFirst = compareGroups({ group, one, other }) >= 0;
    const from = isFirst ? a : b;
    for (const field of group.filter(each => from[each] !== undefined)) {
      merged[field] = from[field];
    }
    const stamp = stampOf(isFirst ? one : other, name);
    const isNewest = compareStamps(stamp, [updatedAt, sequence]) === 0;
    if (!isNewest && isTold(from[name])) {
      stamps[name] = stamp;
    }
  }
  if (Object.keys(stamps).length > 0) {
    merged.stamps = stamps;
  }
  return merged as T;
}

/**
 * One report for each thing.
 *
 * @returns In the order of kind, then id. The same for any order and repetition of the reports.
 * @public
 */
export function mergeReports<T extends Report>(reports: Iterable<T>): T[] {
  const byKey = new Map<string, T>();
  for (const report of reports) {
    const key = JSON.stringify([report.kind, report.id]);
    // Also with itself, so that a single report has the form of a merged one.
    byKey.set(key, mergeReport(byKey.get(key) ?? report, report));
  }
  return [...byKey.values()].sort(
    (a, b) => compare(a.kind, b.kind) || compare(a.id, b.id),
  );
}

/** The groups that at least one of the two tells, in an order that does not depend on that of their fields. */
function groupsOf(kind: ReportKind, a: Fields, b: Fields): string[][] {
  const grouped = new Set(groups[kind].flat());
  const single = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter(name => !own.has(name) && !grouped.has(name))
    .sort(compare)
    .map(name => [name]);
  return [...groups[kind].map(group => [...group]), ...single].filter(
    ([name]) => a[name] !== undefined || b[name] !== undefined,
  );
}

/** Positive where the group of the first one is right. Content decides between reports of the very same time. */
function compareGroups(options: {
  group: readonly string[];
  one: Report;
  other: Report;
}): number {
  const { group, one, other } = options;
  const [name] = group;
  const a: Fields = one;
  const b: Fields = other;
  if (!isTold(a[name]) || !isTold(b[name])) {
    return Number(isTold(a[name])) - Number(isTold(b[name]));
  }
  return (
    compareStamps(stampOf(one, name), stampOf(other, name)) ||
    compare(contentOf(a, group), contentOf(b, group))
  );
}

function stampOf(report: Report, field?: string): Stamp {
  const stamp = field === undefined ? undefined : report.stamps?.[field];
  return stamp ?? [report.updatedAt, report.sequence];
}

function compareStamps(a: Stamp, b: Stamp): number {
  return a[0] - b[0] || a[1] - b[1];
}

// No subject at all is no better than nothing: the component that an earlier report names is kept.
function isTold(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function told(values: readonly unknown[]): number[] {
  return values.filter(value => typeof value === 'number');
}

function contentOf(fields: Fields, group: readonly string[]): string {
  return JSON.stringify(group.map(name => sorted(fields[name])));
}

// A database gives the fields of an object back in an order of its own.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .sort(([a], [b]) => compare(a, b))
        .map(([name, each]) => [name, sorted(each)])
    : value;
}
