import type { MetricParts, MetricState } from '@portal/plugin-metrics-common';
import { dayName } from '@portal/plugin-metrics-common';
import type { AddedParts, StoredValue } from '../services/MetricStore';

type PartsRow = {
  sum: string | null;
  numerator: string | null;
  denominator: string | null;
  count: number | null;
};

/** A value as {@link valuesAtQuery} lists it. */
export type ValueRow = [
  place: number,
  entityId: number,
  state: MetricState | null,
  value: number | null,
  sampleSize: number | null,
  have: number | null,
  need: number | null,
  cure: string | null,
  since: string | null,
  sum: string | null,
  numerator: string | null,
  denominator: string | null,
  count: number | null,
  lastDay: number | null,
];

/** A sum as {@link addedQuery} selects it. */
export type AddedRow = PartsRow & {
  group_no: number;
  bucket: number;
  entities: number;
};

export function toStoredValue(row: ValueRow): StoredValue {
  const [place, entityId, state, value, sampleSize, have, need, cure, ...rest] =
    row;
  const [since, sum, numerator, denominator, count, lastDay] = rest;
  return {
    place,
    entityId,
    state: state ?? undefined,
    value: value ?? undefined,
    sampleSize: sampleSize ?? 0,
    have: have ?? undefined,
    need: need ?? undefined,
    cure: cure ?? undefined,
    since: since === null ? undefined : new Date(since).toISOString(),
    parts: toParts({ sum, numerator, denominator, count }),
    lastDay: lastDay ?? undefined,
  };
}

export function toAddedParts(row: AddedRow): AddedParts {
  return {
    group: row.group_no,
    bucket: row.bucket,
    entities: row.entities,
    parts: toParts(row),
  };
}

/** The day of a number, as PostgreSQL reads it; infinities are days without an end. */
export function toDate(day: number): string {
  if (!Number.isFinite(day)) {
    return day < 0 ? '-infinity' : 'infinity';
  }
  return dayName(day);
}

function toParts(row: PartsRow): MetricParts {
  const parts: MetricParts = {};
  if (row.sum !== null) {
    parts.sum = row.sum;
  }
  if (row.numerator !== null) {
    parts.numerator = row.numerator;
  }
  if (row.denominator !== null) {
    parts.denominator = row.denominator;
  }
  if (row.count !== null) {
    parts.count = row.count;
  }
  return parts;
}
