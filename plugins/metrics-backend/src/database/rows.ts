import type { MetricParts, MetricState } from '@portal/plugin-metrics-common';
import { dayName } from '@portal/plugin-metrics-common';
import type { AddedParts, StoredValue } from '../services/MetricStore';

type PartsRow = {
  sum: string | null;
  numerator: string | null;
  denominator: string | null;
  count: number | null;
};

/** The parts of a day as {@link valuesAtQuery} lists them. */
export type PartsOfDayRow = [
  place: number,
  entityId: number,
  lastDay: number | null,
  sum: string | null,
  numerator: string | null,
  denominator: string | null,
  count: number | null,
];

/** The value of a window as {@link valuesAtQuery} lists it. */
export type WindowRow = [
  place: number,
  entityId: number,
  lastDay: number | null,
  state: MetricState | null,
  value: number | null,
  sampleSize: number | null,
  have: number | null,
  need: number | null,
  cure: string | null,
  since: string | null,
];

/** A sum as {@link addedQuery} selects it. */
export type AddedRow = PartsRow & {
  group_no: number;
  bucket: number;
  entities: number;
};

export function ofPartsRow(row: PartsOfDayRow): StoredValue {
  const [place, entityId, lastDay, sum, numerator, denominator, count] = row;
  return {
    place,
    entityId,
    sampleSize: 0,
    parts: toParts({ sum, numerator, denominator, count }),
    lastDay: lastDay ?? undefined,
  };
}

export function ofWindowRow(row: WindowRow): StoredValue {
  const [place, entityId, lastDay, state, value, sampleSize, ...rest] = row;
  const [have, need, cure, since] = rest;
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
    parts: {},
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
