import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  isDecimal,
  metricWindows,
  toDecimal,
  type MetricDefinition,
  type MetricValue,
  type PublishedValue,
} from '@portal/plugin-metrics-common';
import type { StagedRow } from '../database/mergeDay';
import type { StoredMetric } from './MetricStore';
import { parseRef } from './parse';

type Parts = NonNullable<PublishedValue['parts']>;

/**
 * The rows that published values make. Fails with an error that names the value which is wrong, so that nothing is stored of
 * a batch of which a part would be.
 */
export function toStagedRows(options: {
  publisher: string;
  values: PublishedValue[];
  metrics: Map<string, StoredMetric>;
}): StagedRow[] {
  const { publisher, values, metrics } = options;
  const rows: StagedRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const field = `values[${index}]`;
    const metric = requireMetric(field, value.metricId, publisher, metrics);
    const key = {
      metric_id: metric.id,
      entity_ref: parseRef(`${field}.entityRef`, value.entityRef),
      dimension: value.dimension ?? '',
    };
    const name = JSON.stringify(Object.values(key));
    const before = seen.get(name);
    if (before !== undefined) {
      throw new InputError(
        `${field}: the same metric, entity and dimension as values[${before}]; publish each once a day`,
      );
    }
    seen.set(name, index);
    if (!value.parts && !value.windows) {
      throw new InputError(
        `${field}: neither parts nor windows; publish what the day adds, or the values of windows that end with it`,
      );
    }
    if (value.parts) {
      const parts = partsRow(`${field}.parts`, value.parts, metric.definition);
      rows.push({ ...key, days: 1, ...parts });
    }
    for (const days of metricWindows) {
      const window = value.windows?.[days];
      if (window) {
        const where = `${field}.windows.${days}`;
        rows.push({ ...key, days, ...windowRow(where, window, metric) });
      }
    }
  }
  return rows;
}

function requireMetric(
  field: string,
  metricId: string,
  publisher: string,
  metrics: Map<string, StoredMetric>,
): StoredMetric {
  const metric = metrics.get(metricId);
  if (!metric) {
    throw new NotFoundError(
      `${field}.metricId: there is no metric "${metricId}"; register it first`,
    );
  }
  if (metric.publisher !== publisher) {
    throw new NotAllowedError(
      `${field}.metricId: "${metricId}" belongs to ${metric.publisher}; only it publishes values`,
    );
  }
  return metric;
}

const partsOf = {
  sum: ['sum'],
  ratio: ['numerator', 'denominator'],
  distribution: [],
} as const;

function partsRow(
  field: string,
  parts: Parts,
  definition: MetricDefinition,
): Partial<StagedRow> {
  const names: readonly string[] = partsOf[definition.aggregation];
  if (!names.length) {
    throw new InputError(
      `${field}: ${definition.id} is a distribution, whose days do not add; publish windows`,
    );
  }
  const row: Partial<StagedRow> = { count: parts.count };
  for (const name of ['sum', 'numerator', 'denominator'] as const) {
    const part = parts[name];
    if ((part !== undefined) !== names.includes(name)) {
      throw new InputError(
        `${field}: ${definition.id} is a ${
          definition.aggregation
        } and has the parts ${names.join(' and ')}`,
      );
    }
    if (part !== undefined) {
      row[name] = decimal(`${field}.${name}`, part);
    }
  }
  return row;
}

function decimal(field: string, part: number | string): string {
  const text = typeof part === 'number' ? toDecimal(part) : part;
  if (text === undefined || !isDecimal(text)) {
    throw new InputError(
      `${field}: found "${String(part).slice(
        0,
        60,
      )}", expected a number of at most 30 digits before the point and 15 after it`,
    );
  }
  return text;
}

function windowRow(
  field: string,
  window: MetricValue,
  metric: StoredMetric,
): Partial<StagedRow> {
  const { unit } = metric.definition;
  if (window.unit !== unit) {
    throw new InputError(
      `${field}.unit: found "${window.unit}", but ${metric.definition.id} is in "${unit}"`,
    );
  }
  if (window.state === 'ok' && window.value === undefined) {
    throw new InputError(
      `${field}: the state is "ok" without a value; give the value, or the state that says why there is none`,
    );
  }
  const { state, value, sampleSize, have, need, cure, since } = window;
  return { state, value, sample_size: sampleSize, have, need, cure, since };
}
