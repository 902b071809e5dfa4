import type { Knex } from 'knex';

/** How a source is doing. */
export type SourceState = {
  sourceName: string;
  lastRunAt: Date;
  lastSuccessAt?: Date;
  failingSince?: Date;
  error?: string;
  filesImported: number;
  filesUnchanged: number;
};

/**
 * Remembers what sources have read, and how it went.
 *
 * @internal
 */
export class SourceStateStore {
  static create(options: { client: Knex }): SourceStateStore {
    return new SourceStateStore(options.client);
  }

  private constructor(private readonly client: Knex) {}

  async knownFile(
    sourceName: string,
    location: string,
  ): Promise<{ etag?: string; contentHash: string } | undefined> {
    const row = await this.client('cost_source_files')
      .where({ source_name: sourceName, location })
      .first('etag', 'content_hash');
    return (
      row && { etag: row.etag ?? undefined, contentHash: row.content_hash }
    );
  }

  async rememberFile(
    sourceName: string,
    location: string,
    file: { etag?: string; contentHash: string },
  ): Promise<void> {
    await this.client('cost_source_files')
      .insert({
        source_name: sourceName,
        location,
        etag: file.etag ?? null,
        content_hash: file.contentHash,
        read_at: this.client.fn.now(),
      })
      .onConflict(['source_name', 'location'])
      .merge();
  }

  async recordRun(run: {
    sourceName: string;
    at: Date;
    filesImported: number;
    filesUnchanged: number;
    error?: string;
  }): Promise<void> {
    await this.client.raw(
      `INSERT INTO cost_source_states AS state (
         source_name, last_run_at, last_success_at, failing_since, error, files_imported, files_unchanged
       ) VALUES (:name, :at, :success, :failing, :error, :imported, :unchanged)
       ON CONFLICT (source_name) DO UPDATE SET
         last_run_at = excluded.last_run_at,
         last_success_at = coalesce(excluded.last_success_at, state.last_success_at),
         failing_since = CASE WHEN excluded.error IS NULL THEN NULL
           ELSE coalesce(state.failing_since, excluded.failing_since) END,
         error = excluded.error,
         files_imported = excluded.files_imported,
         files_unchanged = excluded.files_unchanged`,
      {
        name: run.sourceName,
        at: run.at,
        success: run.error === undefined ? run.at : null,
        failing: run.error === undefined ? null : run.at,
        error: run.error ?? null,
        imported: run.filesImported,
        unchanged: run.filesUnchanged,
      },
    );
  }

  async list(): Promise<SourceState[]> {
    const rows = await this.client('cost_source_states')
      .orderBy('source_name')
      .select(
        'source_name',
        'last_run_at',
        'last_success_at',
        'failing_since',
        'error',
        'files_imported',
        'files_unchanged',
      );
    return rows.map(row => ({
      sourceName: row.source_name,
      lastRunAt: row.last_run_at,
      lastSuccessAt: row.last_success_at ?? undefined,
      failingSince: row.failing_since ?? undefined,
      error: row.error ?? undefined,
      filesImported: row.files_imported,
      filesUnchanged: row.files_unchanged,
    }));
  }
}
