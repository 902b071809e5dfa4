import type { Knex } from 'knex';

/** What was answered last, so that it is not sent again. */
export class PollStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): PollStore {
    return new PollStore(options.client);
  }

  async etag(repository: string, path: string): Promise<string | undefined> {
    const row = await this.#client('polls').where({ repository, path }).first();
    return row?.etag ?? undefined;
  }

  async setEtag(
    repository: string,
    path: string,
    etag: string | undefined,
  ): Promise<void> {
    await this.#client('polls')
      .insert({ repository, path, etag: etag ?? null })
      .onConflict(['repository', 'path'])
      .merge();
  }
}
