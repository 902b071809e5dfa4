import type { Knex } from 'knex';

/** The boards that people have chosen to begin with. */
export class DatabaseHomeStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseHomeStore {
    return new DatabaseHomeStore(options.client);
  }

  async get(userRef: string): Promise<string | undefined> {
    const row = await this.#client<{ user_ref: string; board: string }>('homes')
      .where('user_ref', userRef)
      .first('board');
    return row?.board;
  }

  /** Without a board: nothing is chosen any more. */
  async set(userRef: string, board: string | undefined): Promise<void> {
    if (board === undefined) {
      await this.#client('homes').where('user_ref', userRef).delete();
      return;
    }
    await this.#client('homes')
      .insert({ user_ref: userRef, board, updated_at: new Date() })
      .onConflict('user_ref')
      .merge();
  }
}
