import type { MetricParts, MetricState } from '@portal/plugin-metrics-common';
import { dayName } from '@portal/plugin-metrics-common';
import type { AddedParts, StoredValue } from '../services/MetricStore';

type PartsRow = {
  sum: string | null;
  numerator: string | null;
  denominator: string | null;
  count: number | null;
};

/** A value as {@link valuesAtQuery} selects it. */
export type ValueRow = PartsRow & {
  place: number;
  entity_id: number;
  state: MetricState | null;
  value: number | null;
  sample_size: number | null;
  have: number | null;
  need: number | null;
  cure: string | null;
  since: Date | null;
  last_day: number | null;
};

/** A sum as {@link addedQuery} selects it. */
export type AddedRow = PartsRow & {
  group_no: number;
  bucket: number;
  entities: number;
};

export function toStoredValue(row: ValueRow): StoredValue {
  return {
    place: row.place,
    entityId: row.entity_id,
    state: row.state ?? undefined,
    value: row.value ?? undefined,
    sampleSize: row.sample_size ?? 0,
    have: row.have ?? undefined,
    need: row.need ?? undefined,
    cure: row.cure ?? undefined,
    since: row.since?.toISOString(),
    parts: toParts(row),
    lastDay: row.last_day ?? undefined,
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
