import type { Origin, OwnedChange } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

/** An item as the table has it. */
export type OwnedRow<T> = {
  id: string;
  document: T;
  origin: Origin;
  location: string | null;
  demo: boolean;
  revision: number;
  created_at: Date;
};

/** Something to keep. */
export type OwnedInput<T> = { id: string; document: T; demo?: boolean };

/** Who keeps an item: a person in the portal, a file, or a rule. */
export type Keeper = { origin: Origin; location?: string };

/** The rows of one kind. Every change of one is noted beside it, in the transaction of the change. */
export class OwnedTable<T extends object> {
  readonly #client: Knex;
  readonly #kind: string;

  private constructor(options: { client: Knex; kind: string }) {
    this.#client = options.client;
    this.#kind = options.kind;
  }

  static create<T extends object>(options: {
    client: Knex;
    kind: string;
  }): OwnedTable<T> {
    return new OwnedTable<T>(options);
  }

  items(client: Knex = this.#client) {
    return client('owned_items').where({ kind: this.#kind });
  }

  /** Newest first. */
  async changes(id: string, limit: number): Promise<OwnedChange[]> {
    const rows = await this.#client('owned_changes')
      .where({ kind: this.#kind, id })
      .orderBy('number', 'desc')
      .limit(limit);
    return rows.map(row => ({
      at: row.at.toISOString(),
      by: row.changed_by,
      action: row.action,
      ...(row.before !== null && { before: row.before }),
      ...(row.after !== null && { after: row.after }),
    }));
  }

  /** Undefined where the id is taken. */
  async insert(
    transaction: Knex.Transaction,
    input: OwnedInput<T>,
    keeper: Keeper,
    by: string,
  ): Promise<OwnedRow<T> | undefined> {
    const [row] = await transaction('owned_items')
      .insert({
        kind: this.#kind,
        id: input.id,
        document: JSON.stringify(input.document),
        origin: keeper.origin,
        location: keeper.location ?? null,
        demo: input.demo ?? false,
        revision: 1,
      })
      .onConflict(['kind', 'id'])
      .ignore()
      .returning('*');
    if (row) {
      await this.#note(transaction, input.id, by, 'created', {
        after: row.document,
      });
    }
    return row;
  }

  async update(
    transaction: Knex.Transaction,
    row: OwnedRow<T>,
    document: T,
    by: string,
    demo: boolean = row.demo,
  ): Promise<OwnedRow<T>> {
    const [changed] = await this.items(transaction)
      .where({ id: row.id })
      .update({
        document: JSON.stringify(document),
        demo,
        revision: row.revision + 1,
      })
      .returning('*');
    await this.#note(transaction, row.id, by, 'changed', {
      before: row.document,
      after: changed.document,
    });
    return changed;
  }

  async delete(
    transaction: Knex.Transaction,
    row: OwnedRow<T>,
    by: string,
  ): Promise<void> {
    await this.items(transaction).where({ id: row.id }).delete();
    await this.#note(transaction, row.id, by, 'deleted', {
      before: row.document,
    });
  }

  async #note(
    transaction: Knex.Transaction,
    id: string,
    by: string,
    action: OwnedChange['action'],
    what: { before?: T; after?: T },
  ): Promise<void> {
    await transaction('owned_changes').insert({
      kind: this.#kind,
      id,
      changed_by: by,
      action,
      before: what.before ? JSON.stringify(what.before) : null,
      after: what.after ? JSON.stringify(what.after) : null,
    });
  }
}
