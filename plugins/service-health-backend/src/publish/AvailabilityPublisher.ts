import {
  availabilityMetric,
  goodSeconds,
  knownSeconds,
  addSeconds,
  type StateSeconds,
} from '@portal/plugin-service-health-common';
import type { PublishedValue } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Knex } from 'knex';

type Row = StateSeconds & { entity_ref: string; environment: string };

/** What {@link AvailabilityPublisher} works with. */
export type AvailabilityPublisherOptions = {
  client: Knex;
  metrics: Pick<MetricStoreService, 'publish' | 'register'>;
};

/** Tells the metric store the availability of each entity and day, in each environment and in all together. */
export class AvailabilityPublisher {
  readonly #options: AvailabilityPublisherOptions;

  private constructor(options: AvailabilityPublisherOptions) {
    this.#options = options;
  }

  static create(options: AvailabilityPublisherOptions): AvailabilityPublisher {
    return new AvailabilityPublisher(options);
  }

  /** Tells every complete day that changed, the newest first. A crash tells a day again, which changes nothing. */
  async publish(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { client, metrics } = this.#options;
    await metrics.register([availabilityMetric], options);
    let published = 0;
    while (!options.signal?.aborted) {
      const found = await client('days')
        .where({ published: false })
        .select(client.raw('max(day)::text AS day'))
        .first();
      if (!found?.day) {
        break;
      }
      await this.#publishDay(found.day, options);
      published += 1;
    }
    return published;
  }

  async #publishDay(day: string, options: { signal?: AbortSignal }) {
    const { client, metrics } = this.#options;
    await client.transaction(async trx => {
      const { rows: locked } = await trx.raw(
        'SELECT DISTINCT d.check_id FROM (SELECT check_id FROM days WHERE day = ? AND NOT published ORDER BY check_id FOR UPDATE) d',
        [day],
      );
      const ids = locked.map((row: { check_id: string }) => row.check_id);
      const { rows } = await trx.raw(
        `SELECT c.entity_ref, c.environment, d.up, d.degraded, d.down, d.maintenance
         FROM days d JOIN checks c ON c.id = d.check_id
         WHERE d.day = :day AND c.entity_ref IN (SELECT entity_ref FROM checks WHERE id = ANY(:ids::bigint[]))`,
        { day, ids },
      );
      await metrics.publish({ day, values: valuesOf(rows) }, options);
      await trx('days')
        .where({ day })
        .whereIn('check_id', ids)
        .update({ published: true });
    });
  }
}

function valuesOf(rows: readonly Row[]): PublishedValue[] {
  const subjects = new Map<string, { subject: Subject; all: StateSeconds[] }>();
  for (const row of rows) {
    const entityRef = row.entity_ref;
    for (const subject of [
      { entityRef },
      { entityRef, dimension: row.environment },
    ]) {
      const key = JSON.stringify(subject);
      const known = subjects.get(key) ?? { subject, all: [] };
      known.all.push(row);
      subjects.set(key, known);
    }
  }
  return [...subjects.values()].map(({ subject, all }) => {
    const seconds = addSeconds(all);
    const known = knownSeconds(seconds);
    return {
      ...subject,
      metricId: availabilityMetric.id,
      parts: {
        numerator: goodSeconds(seconds),
        denominator: known,
        count: known,
      },
    };
  });
}

type Subject = { entityRef: string; dimension?: string };
