import { isDeepStrictEqual } from 'node:util';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Origin, OwnedChange } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';
import {
  OwnedTable,
  type Keeper,
  type OwnedInput,
  type OwnedRow,
} from './OwnedTable';

/** What is kept, and who keeps it. */
export type Owned<T> = {
  id: string;
  document: T;
  origin: Origin;
  demo: boolean;
  revision: number;
  createdAt: string;
};

/** Keeps what people, files and rules write down of one kind, with its history. */
export class OwnedStore<T extends object> {
  readonly #client: Knex;
  readonly #kind: string;
  readonly #table: OwnedTable<T>;
  readonly #title: string;

  private constructor(options: { client: Knex; kind: string; title: string }) {
    this.#client = options.client;
    this.#kind = options.kind;
    this.#table = OwnedTable.create<T>(options);
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
    const rows: OwnedRow<T>[] = await this.#table.items().orderBy('id');
    return rows.map(toOwned);
  }

  /** Fails with NotFoundError. */
  async get(id: string): Promise<Owned<T>> {
    return toOwned(
      this.#found(id, await this.#table.items().where({ id }).first()),
    );
  }

  /** Fails with ConflictError where the id is taken. */
  async create(input: OwnedInput<T>, by: string): Promise<Owned<T>> {
    return this.#client.transaction(async transaction => {
      const row = await this.#table.insert(
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
        await this.#table.update(transaction, row, edit(toOwned(row)), by),
      );
    });
  }

  /**
   * Keeps a document whatever was there, or nothing any more: where the last word counts and the history says who said what.
   *
   * @throws InputError where a file or a rule keeps it
   */
  async put(id: string, document: T | null, by: string): Promise<void> {
    await this.#client.transaction(async transaction => {
      const row: OwnedRow<T> | undefined = await this.#table
        .items(transaction)
        .where({ id })
        .forUpdate()
        .first();
      if (row) {
        requireOfPeople(row);
        await (document
          ? this.#table.update(transaction, row, document, by)
          : this.#table.delete(transaction, row, by));
      } else if (document) {
        const inserted = await this.#table.insert(
          transaction,
          { id, document },
          { origin: 'portal' },
          by,
        );
        if (!inserted) {
          throw new ConflictError(
            `${
              this.#title
            } ${id} was written by somebody else at the same time; look at it and try again`,
          );
        }
      }
    });
  }

  /** Fails as {@link OwnedStore.change} does; what a rule keeps is not removed by hand. */
  async remove(
    removal: { id: string; revision: number },
    by: string,
  ): Promise<void> {
    await this.#client.transaction(async transaction => {
      const row = await this.#lock(transaction, removal.id, removal.revision);
      requireOfPeople(row);
      await this.#table.delete(transaction, row, by);
    });
  }

  /**
   * Makes what a file or a rule keeps the same as a list: all of it or nothing.
   *
   * @param wanted - the list, or how it follows from what is kept: nobody changes that meanwhile
   * @param within - the transaction of which it is a part; else it is one of its own
   * @returns the ids that others keep already; theirs stays
   */
  async replace(
    keeper: Keeper,
    wanted:
      | readonly OwnedInput<T>[]
      | ((kept: Owned<T>[]) => readonly OwnedInput<T>[]),
    by: string,
    within?: Knex.Transaction,
  ): Promise<string[]> {
    return (within ?? this.#client).transaction(async transaction => {
      // One after the other: two replicas read the same file.
      await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
        `executive.owned.${this.#kind}`,
      ]);
      const rows: OwnedRow<T>[] = await this.#table
        .items(transaction)
        .where({ origin: keeper.origin, location: keeper.location ?? null })
        .forUpdate();
      const inputs =
        typeof wanted === 'function' ? wanted(rows.map(toOwned)) : wanted;
      const known = new Map(rows.map(row => [row.id, row]));
      const ids = new Set(inputs.map(({ id }) => id));
      for (const row of rows) {
        if (!ids.has(row.id)) {
          await this.#table.delete(transaction, row, by);
        }
      }
      const taken: string[] = [];
      for (const input of inputs) {
        const row = known.get(input.id);
        if (!row) {
          if (!(await this.#table.insert(transaction, input, keeper, by))) {
            taken.push(input.id);
          }
        } else if (
          !isDeepStrictEqual(row.document, asStored(input.document)) ||
          row.demo !== (input.demo ?? false)
        ) {
          await this.#table.update(
            transaction,
            row,
            input.document,
            by,
            input.demo,
          );
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
    const rows: Array<{ location: string }> = await this.#table
      .items()
      .where({ origin: 'file' })
      .whereNotIn('location', [...locations])
      .distinct('location');
    for (const { location } of rows) {
      await this.replace({ origin: 'file', location }, [], by);
    }
  }

  /** Newest first, at most 200; also of what is gone. */
  async history(id: string): Promise<OwnedChange[]> {
    return this.#table.changes(id, 200);
  }

  #found(id: string, row: OwnedRow<T> | undefined): OwnedRow<T> {
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
  ): Promise<OwnedRow<T>> {
    const row = this.#found(
      id,
      await this.#table.items(transaction).where({ id }).forUpdate().first(),
    );
    requireNotOfFile(row);
    if (row.revision !== revision) {
      throw new ConflictError(
        `revision: ${id} was changed meanwhile, ${row.revision} is there and not ${revision}; read it and change that`,
      );
    }
    return row;
  }
}

function requireNotOfFile({ id, location, origin }: OwnedRow<object>): void {
  if (origin === 'file') {
    throw new InputError(`${id} is written in ${location}; change it there`);
  }
}

function requireOfPeople(row: OwnedRow<object>): void {
  requireNotOfFile(row);
  if (row.origin === 'rule') {
    throw new InputError(
      `${row.id} was found by a rule of the portal, and goes when the reason for it is gone`,
    );
  }
}

/** As it comes back: without what is undefined. */
function asStored<T>(document: T): unknown {
  return JSON.parse(JSON.stringify(document));
}

function toOwned<T>(row: OwnedRow<T>): Owned<T> {
  return {
    id: row.id,
    document: row.document,
    origin: row.origin,
    demo: row.demo,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
  };
}
