import type { DocsUsage } from '@portal/plugin-docs-coverage-common';
import type { Knex } from 'knex';
import type { UsageCounts } from '../usage/UsageCounts';
import type { UsageStore } from './UsageStore';

/** How many terms of a day are told apart, so that nobody fills the database by searching. */
const usualTermsPerDay = 5000;

/** Keeps counts in PostgreSQL. */
export class DatabaseUsageStore implements UsageStore {
  readonly #client: Knex;
  readonly #termsPerDay: number;

  private constructor(options: { client: Knex; termsPerDay?: number }) {
    this.#client = options.client;
    this.#termsPerDay = options.termsPerDay ?? usualTermsPerDay;
  }

  static create(options: {
    client: Knex;
    termsPerDay?: number;
  }): DatabaseUsageStore {
    return new DatabaseUsageStore(options);
  }

  async add(day: string, counts: UsageCounts): Promise<void> {
    const { reads, searches } = counts;
    await this.#client.transaction(async transaction => {
      if (reads.size > 0) {
        // In order, so that two at a time do not wait for each other's rows.
        await transaction.raw(
          `INSERT INTO reads AS r (day, entity_ref, reads)
           SELECT CAST(:day AS date), entity_ref, reads
           FROM unnest(CAST(:refs AS text[]), CAST(:reads AS bigint[])) AS added (entity_ref, reads)
           ORDER BY entity_ref COLLATE "C"
           ON CONFLICT (day, entity_ref) DO UPDATE SET reads = r.reads + excluded.reads`,
          { day, refs: [...reads.keys()], reads: [...reads.values()] },
        );
      }
      if (searches.size > 0) {
        await this.#addSearches(transaction, day, searches);
      }
    });
  }

  async #addSearches(
    transaction: Knex.Transaction,
    day: string,
    searches: UsageCounts['searches'],
  ): Promise<void> {
    // One at a time: two who count the terms of a day together would both find room for the last.
    await transaction.raw(
      `SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.searches'))`,
    );
    const counts = [...searches.values()];
    await transaction.raw(
      `WITH added AS (
         SELECT term, searches, without_result,
           EXISTS (SELECT 1 FROM searches s WHERE s.day = CAST(:day AS date) AND s.term = a.term COLLATE "C") AS known
         FROM unnest(CAST(:terms AS text[]), CAST(:searches AS bigint[]), CAST(:withoutResult AS bigint[]))
           AS a (term, searches, without_result)
       ), ranked AS (
         SELECT *, row_number() OVER (PARTITION BY known ORDER BY term COLLATE "C") AS place FROM added
       )
       INSERT INTO searches AS s (day, term, searches, without_result)
       SELECT CAST(:day AS date), term, searches, without_result FROM ranked
       WHERE known OR place <= :termsPerDay - (SELECT count(*) FROM searches WHERE day = CAST(:day AS date))
       ON CONFLICT (day, term) DO UPDATE
         SET searches = s.searches + excluded.searches, without_result = s.without_result + excluded.without_result`,
      {
        day,
        termsPerDay: this.#termsPerDay,
        terms: [...searches.keys()],
        searches: counts.map(count => count.searches),
        withoutResult: counts.map(count => count.withoutResult),
      },
    );
  }

  async deleteBefore(day: string): Promise<void> {
    await this.#client('reads').where('day', '<', day).delete();
    await this.#client('searches').where('day', '<', day).delete();
  }

  async mostRead(
    request: Parameters<UsageStore['mostRead']>[0],
  ): Promise<DocsUsage['mostRead']> {
    const { from, scope, limit } = request;
    const query = this.#client('reads')
      .where('day', '>=', from)
      .groupBy('entity_ref')
      .orderByRaw('sum(reads) DESC, entity_ref')
      .limit(limit)
      .select(
        'entity_ref as entityRef',
        // A count that is too large for a number of JavaScript does not come about.
        this.#client.raw('sum(reads)::float8 AS reads'),
      );
    if (scope !== undefined) {
      query.whereIn(
        'entity_ref',
        this.#client('entities')
          .select('site_ref')
          .whereRaw('scopes @> ARRAY[?]::text[]', scope),
      );
    }
    return query;
  }

  async searchesWithoutResult(request: {
    from: string;
    limit: number;
  }): Promise<DocsUsage['searchesWithoutResult']> {
    return this.#client('searches')
      .where('day', '>=', request.from)
      .groupBy('term')
      .havingRaw('sum(without_result) > 0')
      .orderByRaw('sum(without_result) DESC, sum(searches), term')
      .limit(request.limit)
      .select(
        'term',
        this.#client.raw('sum(searches)::float8 AS searches'),
        this.#client.raw('sum(without_result)::float8 AS "withoutResult"'),
      );
  }
}
