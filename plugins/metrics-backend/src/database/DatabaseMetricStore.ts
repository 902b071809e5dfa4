import { ConflictError } from '@backstage/errors';
import {
  type MetricDefinition,
  type RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import type {
  AddedParts,
  AskedDay,
  MemberSpan,
  MetricKey,
  MetricStore,
  RunDays,
  StoredMetric,
  StoredValue,
} from '../services/MetricStore';
import { addedQuery } from './addedQuery';
import { EntityNumbers } from './EntityNumbers';
import { mergeDay, type StagedRow } from './mergeDay';
import { registeredQuery, toRegisteredMetric } from './registeredQuery';
import { ofPartsRow, ofWindowRow, toAddedParts, toDate } from './rows';
import { valuesAtQuery } from './valuesAtQuery';

/** The metric store in PostgreSQL. */
export class DatabaseMetricStore implements MetricStore {
  readonly #client: Knex;
  readonly #entities: EntityNumbers;
  readonly #dimensions = new Map<string, number>([['', 0]]);

  private constructor(client: Knex) {
    this.#client = client;
    this.#entities = EntityNumbers.create({ client });
  }

  static create(options: { client: Knex }): DatabaseMetricStore {
    return new DatabaseMetricStore(options.client);
  }

  async metrics(names?: string[]): Promise<Map<string, StoredMetric>> {
    const query = this.#client('definitions')
      .select('id', 'metric_id', 'publisher', 'definition')
      .orderBy('metric_id');
    return toMetrics(await (names ? query.whereIn('metric_id', names) : query));
  }

  async registered(): Promise<RegisteredMetric[]> {
    const { rows } = await this.#client.raw(registeredQuery);
    return rows.map(toRegisteredMetric);
  }

  async register(
    publisher: string,
    definitions: readonly MetricDefinition[],
  ): Promise<string[]> {
    return this.#client.transaction(async trx => {
      const changed: string[] = [];
      // In the order of their names, so that two that register the same don't wait for each other in a circle.
      const sorted = [...definitions].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const definition of sorted) {
        await trx.raw(
          `INSERT INTO definitions (metric_id, publisher, definition, updated_at)
           SELECT :id, :publisher, '{}', clock_timestamp()
           WHERE NOT EXISTS (SELECT FROM definitions WHERE metric_id = :id) ON CONFLICT DO NOTHING`,
          { id: definition.id, publisher },
        );
        const current = await trx('definitions')
          .first('id', 'publisher', 'definition')
          .where({ metric_id: definition.id })
          .forUpdate();
        requireSame(definition, publisher, current);
        if (!isDeepStrictEqual(current.definition, plain(definition))) {
          changed.push(definition.id);
          await trx('definitions')
            .update({
              definition: JSON.stringify(definition),
              updated_at: trx.raw('clock_timestamp()'),
            })
            .where({ id: current.id });
        }
      }
      return changed;
    });
  }

  async publish(
    day: string,
    names: string[],
    toRows: (metrics: Map<string, StoredMetric>) => StagedRow[],
  ): Promise<{ reported: number; changed: number }> {
    // What is wrong with the values is said before anything is written.
    const metrics = await this.metrics(names);
    const rows = toRows(metrics);
    await this.#entities.ensure(rows.map(row => row.entity_ref));
    await this.#ensureDimensions(rows.map(row => row.dimension));
    return this.#client.transaction(async trx => {
      // Who publishes the same metric waits here; the order keeps two publishers from waiting for each other in a circle.
      const locked = await trx('definitions')
        .select('id', 'metric_id', 'publisher', 'definition')
        .whereIn('metric_id', names)
        .orderBy('id')
        .forNoKeyUpdate();
      const current = toMetrics(locked);
      const checked = isDeepStrictEqual(current, metrics)
        ? rows
        : toRows(current);
      const changed = await mergeDay(trx, day, checked);
      return { reported: checked.length, changed };
    });
  }

  async entityIds(refs: readonly string[]) {
    return this.#entities.find(refs);
  }

  async dimensionId(key: string): Promise<number | undefined> {
    const known = this.#dimensions.get(key);
    if (known !== undefined) {
      return known;
    }
    const found = await this.#client('dimensions').first('id').where({ key });
    if (found) {
      this.#dimensions.set(key, found.id);
    }
    return found?.id;
  }

  async lastDays(
    metricIds: number[],
    dimensionId: number,
    days: RunDays[],
    day: number,
  ): Promise<Map<number, number>> {
    const { rows } = await this.#client.raw(
      `SELECT m.id, max(last.day) - DATE '1970-01-01' AS day
       FROM unnest(CAST(:metricIds AS smallint[])) m (id) CROSS JOIN unnest(CAST(:days AS smallint[])) d (days)
         CROSS JOIN LATERAL (
           SELECT day FROM reports r
           WHERE r.metric_id = m.id AND r.days = d.days AND r.dimension_id = :dimensionId AND r.day <= CAST(:day AS date)
           ORDER BY day DESC LIMIT 1
         ) last
       GROUP BY m.id`,
      { metricIds, days, dimensionId, day: toDate(day) },
    );
    return new Map(
      rows.map((row: { id: number; day: number }) => [row.id, row.day]),
    );
  }

  async valuesAt(
    key: MetricKey,
    days: RunDays,
    asked: AskedDay[],
    entityIds: number[],
  ): Promise<StoredValue[]> {
    const isCurrent =
      asked.length === 1 && (await this.#isCurrent(key, days, asked[0].day));
    const payload = days === 1 ? 'parts' : 'window';
    const query = valuesAtQuery({ payload, isCurrent });
    const { rows } = await this.#client.raw(query, {
      metric: key.metricId,
      dimension: key.dimensionId,
      days,
      asked: asked.map(({ day }) => toDate(day)),
      fresh: asked.map(({ freshFrom }) => toDate(freshFrom)),
      // As the text of an array: the driver would look at each of thousands of numbers for what to escape.
      entities: `{${entityIds.join(',')}}`,
    });
    return rows[0].values.map(days === 1 ? ofPartsRow : ofWindowRow);
  }

  async added(
    key: MetricKey,
    spans: MemberSpan[],
    buckets: Array<{ from: number; to: number }>,
  ): Promise<AddedParts[]> {
    const { rows } = await this.#client.raw(addedQuery, {
      metric: key.metricId,
      dimension: key.dimensionId,
      groups: spans.map(span => span.group),
      entities: spans.map(span => span.entityId),
      froms: spans.map(span => toDate(span.from)),
      tos: spans.map(span => toDate(span.to)),
      bucketFroms: buckets.map(bucket => toDate(bucket.from)),
      bucketTos: buckets.map(bucket => toDate(bucket.to)),
    });
    return rows.map(toAddedParts);
  }

  /** Whether nothing was reported after the day. */
  async #isCurrent(
    key: MetricKey,
    days: RunDays,
    day: number,
  ): Promise<boolean> {
    const { dimensionId, metricId } = key;
    const last = await this.lastDays([metricId], dimensionId, [days], Infinity);
    return day >= (last.get(metricId) ?? 0);
  }

  async #ensureDimensions(keys: string[]): Promise<void> {
    const missing = [...new Set(keys)].filter(
      key => !this.#dimensions.has(key),
    );
    if (missing.length) {
      await this.#client.raw(
        `INSERT INTO dimensions (key)
         SELECT a.key FROM unnest(CAST(:missing AS text[])) a (key)
         WHERE NOT EXISTS (SELECT FROM dimensions d WHERE d.key = a.key)
         ORDER BY a.key ON CONFLICT DO NOTHING`,
        { missing },
      );
    }
  }
}

type DefinitionRow = {
  id: number;
  metric_id: string;
  publisher: string;
  definition: MetricDefinition;
};

function toMetrics(rows: DefinitionRow[]): Map<string, StoredMetric> {
  return new Map(
    rows.map(({ id, metric_id, publisher, definition }) => [
      metric_id,
      { id, publisher, definition },
    ]),
  );
}

function plain(definition: MetricDefinition): unknown {
  return JSON.parse(JSON.stringify(definition));
}

function requireSame(
  definition: MetricDefinition,
  publisher: string,
  current: { publisher: string; definition: Partial<MetricDefinition> },
): void {
  if (current.publisher !== publisher) {
    throw new ConflictError(
      `The metric ${definition.id} belongs to ${current.publisher}; register yours under another id`,
    );
  }
  for (const field of ['aggregation', 'unit', 'overTime'] as const) {
    const before = current.definition[field];
    if (current.definition.id && before !== definition[field]) {
      throw new ConflictError(
        `The metric ${definition.id} has ${field} "${before}", and its stored values would be wrong as "${definition[field]}"; register it under a new id`,
      );
    }
  }
}
