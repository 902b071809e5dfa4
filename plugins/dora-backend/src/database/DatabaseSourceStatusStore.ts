import type { Knex } from 'knex';
import { ensureEntity } from '../import/entities';
import type {
  SourceStatus,
  SourceStatusStore,
} from '../services/SourceStatusStore';
import { provenanceBits } from './provenance';

type Source = SourceStatus['source'];

/** Keeps what sources read last beside the counts of their facts. */
export class DatabaseSourceStatusStore implements SourceStatusStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseSourceStatusStore {
    return new DatabaseSourceStatusStore(options.client);
  }

  async get(options: {
    entityRef: string;
    source: Source;
  }): Promise<SourceStatus | undefined> {
    const known = await this.list({ entityRef: options.entityRef });
    return known.find(status => status.source === options.source);
  }

  async list(options: { entityRef: string }): Promise<SourceStatus[]> {
    const rows = await this.#client('source_status')
      .join('entities', 'entities.id', 'source_status.entity_id')
      .where('entities.entity_ref', lowerCase(options.entityRef))
      .whereIn('provenance', [provenanceBits.git, provenanceBits.import])
      .where(known =>
        known.whereNotNull('last_success_at').orWhereNotNull('failing_since'),
      )
      .orderBy('provenance')
      .select('entities.entity_ref', 'source_status.*');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      source: row.provenance === provenanceBits.git ? 'git' : 'import',
      location: row.location ?? undefined,
      head: row.head ?? undefined,
      lastSuccessAt: row.last_success_at ?? undefined,
      failingSince: row.failing_since ?? undefined,
      error: row.error ?? undefined,
    }));
  }

  async recordSuccess(options: {
    entityRef: string;
    source: Source;
    location: string;
    head?: string;
  }): Promise<void> {
    const { entityRef, source, location, head } = options;
    await this.#upsert(entityRef, source, {
      location,
      last_success_at: new Date(),
      failing_since: null,
      error: null,
      ...(head === undefined ? {} : { head }),
    });
  }

  async recordFailure(options: {
    entityRef: string;
    source: Source;
    location?: string;
    error: string;
  }): Promise<void> {
    const { entityRef, source, location, error } = options;
    await this.#upsert(entityRef, source, {
      error,
      failing_since: this.#client.raw(
        'coalesce(source_status.failing_since, now())',
      ),
      ...(location === undefined ? {} : { location }),
    });
  }

  async remove(options: { entityRef: string; source: Source }): Promise<void> {
    // The facts that it brought stay, and so does the time of its last success: from it they grow stale.
    await this.#client('source_status')
      .where('provenance', provenanceBits[options.source])
      .where(
        'entity_id',
        this.#client('entities')
          .where({ entity_ref: lowerCase(options.entityRef) })
          .select('id'),
      )
      .update({ location: null, head: null, failing_since: null, error: null });
  }

  async #upsert(
    entityRef: string,
    source: Source,
    values: Record<string, Knex.Value | Knex.Raw | null>,
  ): Promise<void> {
    const key = {
      entity_id: await ensureEntity(this.#client, lowerCase(entityRef)),
      provenance: provenanceBits[source],
    };
    await this.#client.transaction(async transaction => {
      await transaction('source_status')
        .insert(key)
        .onConflict(['entity_id', 'provenance'])
        .ignore();
      await transaction('source_status').where(key).update(values);
    });
  }
}

function lowerCase(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}
