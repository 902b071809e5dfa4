import { isDeepStrictEqual } from 'node:util';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Origin, OwnedChange } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

/** What is kept, and who keeps it. */
export type Owned<T> = {
  id: string;
  document: T;
  origin: Origin;
  demo: boolean;
  revision: number;
  createdAt: string;
};

/** Something to keep. */
export type OwnedInput<T> = { id: string; document: T; demo?: boolean };

type Row<T> = {
  id: string;
  document: T;
  origin: Origin;
  location: string | null;
  demo: boolean;
  revision: number;
  created_at: Date;
};

type Keeper = { origin: Origin; location?: string };

/** Keeps what people, files and rules write down of one kind, with its history. */
export class OwnedStore<T extends object> {
  readonly #client: Knex;
  readonly #kind: string;
  readonly #title: string;

  private constructor(options: { client: Knex; kind: string; title: string }) {
    this.#client = options.client;
    this.#kind = options.kind;
    this.#title = options.title;
  }

  /** @param options - `title`: what one of them is called in errors, such as `initiative` */
  static create<T extends object>(options: {
    client: Knex;
    kind: string;
    title: string;
  }): OwnedStore<T> {
    return new OwnedStore<T>(options);
  }

  async list(): Promise<Owned<T>[]> {
    const rows: Row<T>[] = await this.#items().orderBy('id');
    return rows.map(toOwned);
  }

  /** Fails with NotFoundError. */
  async get(id: string): Promise<Owned<T>> {
    return toOwned(this.#found(id, await this.#items().where({ id }).first()));
  }

  /** Fails with ConflictError where the id is taken. */
  async create(input: OwnedInput<T>, by: string): Promise<Owned<T>> {
    return this.#client.transaction(async transaction => {
      const row = await this.#insert(
        transaction,
        input,
        { origin: 'portal' },
        by,
      );
      if (!row) {
        throw new ConflictError(
          `id: there is the ${this.#title} ${
            input.id
          } already; choose another id, or change that one`,
        );
      }
      return toOwned(row);
    });
  }

  /**
   * Changes what people keep, or with `edit` what a rule keeps.
   *
   * @param change - `edit` is given what is there and answers what shall be there
   * @throws ConflictError where `revision` is not what is there, InputError where a file keeps it
   */
  async change(
    change: {
      id: string;
      revision: number;
      edit: (current: Owned<T>) => T;
    },
    by: string,
  ): Promise<Owned<T>> {
    const { id, revision, edit } = change;
    return this.#client.transaction(async transaction => {
      const row = await this.#lock(transaction, id, revision);
      return toOwned(
        await this.#update(transaction, row, edit(toOwned(row)), by),
      );
    });
  }

  /** Fails as {@link OwnedStore.change} does; what a rule keeps is not removed by hand. */
  async remove(
    removal: { id: string; revision: number },
    by: string,
  ): Promise<void> {
    await this.#client.transaction(async transaction => {
      const row = await this.#lock(transaction, removal.id, removal.revision);
      if (row.origin === 'rule') {
        throw new InputError(
          `${removal.id} was found by a rule of the portal, and goes when the reason for it is gone`,
        );
      }
      await this.#delete(transaction, row, by);
    });
  }

  /**
   * Makes what a file or a rule keeps the same as a list: all of it or nothing.
   *
   * @param wanted - the list, or how it follows from what is kept: nobody changes that meanwhile
   * @returns the ids that others keep already; theirs stays
   */
  async replace(
    keeper: Keeper,
    wanted:
      | readonly OwnedInput<T>[]
      | ((kept: Owned<T>[]) => readonly OwnedInput<T>[]),
    by: string,
  ): Promise<string[]> {
    return this.#client.transaction(async transaction => {
      // One after the other: two replicas read the same file.
      await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
        `executive.owned.${this.#kind}`,
      ]);
      const rows: Row<T>[] = await this.#items(transaction)
        .where({ origin: keeper.origin, location: keeper.location ?? null })
        .forUpdate();
      const inputs =
        typeof wanted === 'function' ? wanted(rows.map(toOwned)) : wanted;
      const known = new Map(rows.map(row => [row.id, row]));
      const ids = new Set(inputs.map(({ id }) => id));
      for (const row of rows) {
        if (!ids.has(row.id)) {
          await this.#delete(transaction, row, by);
        }
      }
      const taken: string[] = [];
      for (const input of inputs) {
        const row = known.get(input.id);
        if (!row) {
          if (!(await this.#insert(transaction, input, keeper, by))) {
            taken.push(input.id);
          }
        } else if (
          !isDeepStrictEqual(row.document, asStored(input.document)) ||
          row.demo !== (input.demo ?? false)
        ) {
          await this.#update(transaction, row, input.document, by, input.demo);
        }
      }
      return taken;
    });
  }

  /** Takes away what files keep that are not named any more. */
  async forgetFilesExcept(
    locations: readonly string[],
    by: string,
  ): Promise<void> {
    const rows: Array<{ location: string }> = await this.#items()
      .where({ origin: 'file' })
      .whereNotIn('location', [...locations])
      .distinct('location');
    for (const { location } of rows) {
      await this.replace({ origin: 'file', location }, [], by);
    }
  }

  /** Newest first, at most 200; also of what is gone. */
  async history(id: string): Promise<OwnedChange[]> {
    const rows = await this.#client('owned_changes')
      .where({ kind: this.#kind, id })
      .orderBy('number', 'desc')
      .limit(200);
    return rows.map(row => ({
      at: row.at.toISOString(),
      by: row.changed_by,
      action: row.action,
      ...(row.before !== null && { before: row.before }),
      ...(row.after !== null && { after: row.after }),
    }));
  }

  #items(client: Knex = this.#client) {
    return client('owned_items').where({ kind: this.#kind });
  }

  #found(id: string, row: Row<T> | undefined): Row<T> {
    if (!row) {
      throw new NotFoundError(
        `There is no ${this.#title} ${id}; it may have been deleted meanwhile`,
      );
    }
    return row;
  }

  async #lock(
    transaction: Knex.Transaction,
    id: string,
    revision: number,
  ): Promise<Row<T>> {
    const row = this.#found(
      id,
      await this.#items(transaction).where({ id }).forUpdate().first(),
    );
    if (row.origin === 'file') {
      throw new InputError(
        `${id} is written in ${row.location}; change it there`,
      );
    }
    if (row.revision !== revision) {
      throw new ConflictError(
        `revision: ${id} was changed meanwhile, ${row.revision} is there and not ${revision}; read it and change that`,
      );
    }
    return row;
  }

  async #insert(
    transaction: Knex.Transaction,
    input: OwnedInput<T>,
    keeper: Keeper,
    by: string,
  ): Promise<Row<T> | undefined> {
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

  async #update(
    transaction: Knex.Transaction,
    row: Row<T>,
    document: T,
    by: string,
    demo: boolean = row.demo,
  ): Promise<Row<T>> {
    const [changed] = await this.#items(transaction)
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

  async #delete(
    transaction: Knex.Transaction,
    row: Row<T>,
    by: string,
  ): Promise<void> {
    await this.#items(transaction).where({ id: row.id }).delete();
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

/** As it comes back: without what is undefined. */
function asStored<T>(document: T): unknown {
  return JSON.parse(JSON.stringify(document));
}

function toOwned<T>(row: Row<T>): Owned<T> {
  return {
    id: row.id,
    document: row.document,
    origin: row.origin,
    demo: row.demo,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
  };
}
