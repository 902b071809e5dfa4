import { randomUUID } from 'node:crypto';
import { InputError, NotFoundError } from '@backstage/errors';
import type { SavedView } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

const mostViews = 50;

/** Filters that people keep under a name, each their own. */
export class ViewStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): ViewStore {
    return new ViewStore(options);
  }

  /** By name. */
  async list(userRef: string): Promise<SavedView[]> {
    return this.#client('saved_views')
      .where({ user_ref: userRef })
      .orderBy('name')
      .select('id', 'name', 'query');
  }

  /** Puts it under the name, in place of what was there. */
  async save(
    userRef: string,
    view: { name: string; query: string },
  ): Promise<SavedView> {
    return this.#client.transaction(async transaction => {
      // Who saves in two windows at once has not one more than the others.
      await transaction.raw(
        'SELECT pg_advisory_xact_lock(hashtextextended(?, 0))',
        [`saved_views ${userRef}`],
      );
      const [saved]: SavedView[] = await transaction('saved_views')
        .insert({ id: randomUUID(), user_ref: userRef, ...view })
        .onConflict(['user_ref', 'name'])
        .merge(['query'])
        .returning(['id', 'name', 'query']);
      const [{ count }] = await transaction('saved_views')
        .where({ user_ref: userRef })
        .count({ count: '*' });
      if (Number(count) > mostViews) {
        throw new InputError(
          `You have ${mostViews} views, which is the most; take one away first`,
        );
      }
      return saved;
    });
  }

  async delete(userRef: string, id: string): Promise<void> {
    const deleted = await this.#client('saved_views')
      .where({ id, user_ref: userRef })
      .delete();
    if (deleted === 0) {
      throw new NotFoundError(`You have no view ${id}`);
    }
  }
}
