import type { PulledSource } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** What is remembered of an address. */
export type KnownSource = { etag?: string; contentHash?: string };

/** Who looks at an address: each forgets its own ones only. */
export type Puller = 'report' | 'github';

/** Remembers what was last where. */
export class PulledSources {
  readonly #client: Knex;
  readonly #puller: Puller;

  private constructor(options: { client: Knex; puller?: Puller }) {
    this.#client = options.client;
    this.#puller = options.puller ?? 'report';
  }

  /** @param options - `puller` is `report` by default. */
  static create(options: { client: Knex; puller?: Puller }): PulledSources {
    return new PulledSources(options);
  }

  async get(entityRef: string, url: string): Promise<KnownSource> {
    const row = await this.#client('pulled_sources')
      .where({ entity_ref: entityRef, url })
      .first('etag', 'content_hash');
    return {
      etag: row?.etag ?? undefined,
      contentHash: row?.content_hash ?? undefined,
    };
  }

  /** It was looked at: `changed` where its report was taken, `error` where it could not be. */
  async keep(
    entityRef: string,
    url: string,
    found: KnownSource & { changed?: boolean; error?: string },
  ): Promise<void> {
    const { changed, error } = found;
    await this.#client('pulled_sources')
      .insert({
        entity_ref: entityRef,
        url,
        puller: this.#puller,
        etag: found.etag ?? null,
        content_hash: found.contentHash ?? null,
        fetched_at: this.#client.fn.now(),
        changed_at: changed ? this.#client.fn.now() : null,
        error: error ?? null,
      })
      .onConflict(['entity_ref', 'url'])
      .merge([
        'puller',
        'fetched_at',
        'error',
        // What failed is asked for again as if nothing was known of a newer one.
        ...(error === undefined ? ['etag', 'content_hash'] : []),
        ...(changed ? ['changed_at'] : []),
      ]);
  }

  /** Forgets addresses that were not looked at since: no component names them any more. */
  async forgetBefore(instant: Date): Promise<void> {
    await this.#client('pulled_sources')
      .where({ puller: this.#puller })
      .andWhere('fetched_at', '<', instant)
      .delete();
  }

  /** When each address was looked at, in epoch milliseconds; of several components' the longest ago. */
  async lastLooks(): Promise<Map<string, number>> {
    const rows: { url: string; at: Date }[] = await this.#client(
      'pulled_sources',
    )
      .where({ puller: this.#puller })
      .groupBy('url')
      .select('url')
      .min({ at: 'fetched_at' });
    return new Map(rows.map(({ url, at }) => [url, at.getTime()]));
  }

  /** Of some services, or of all, whoever looks at them; those that failed first. */
  async list(refs: string[] | undefined): Promise<PulledSource[]> {
    const rows: PulledRow[] = await this.#client('pulled_sources')
      .modify(query => refs && query.whereIn('entity_ref', refs))
      .orderByRaw('error IS NULL, entity_ref, url')
      .limit(1000);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      url: row.url,
      fetchedAt: row.fetched_at.toISOString(),
      changedAt: row.changed_at?.toISOString(),
      error: row.error ?? undefined,
    }));
  }
}

type PulledRow = {
  entity_ref: string;
  url: string;
  fetched_at: Date;
  changed_at: Date | null;
  error: string | null;
};
