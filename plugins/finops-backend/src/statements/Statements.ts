import { createHash } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  canonicalStatement,
  totalsOfLines,
  type Statement,
  type StatementClosing,
  type StatementLine,
  type StatementMonths,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { lockMonths } from '../import/lockMonths';
import { dayOf, firstOfMonth } from '../steering/days';
import { belongedIn, type SteeringAccess } from '../steering/SteeringAccess';
import { describeBlocked } from './describeBlocked';
import { nobody, OpenLines } from './OpenLines';
import type { OwnersByDay } from './OwnersByDay';
import { requireAll } from './requireAll';
import type { StatementStore } from './StatementStore';
import { takerOf } from './takerOf';

/** What {@link Statements} works with. */
export type StatementsOptions = {
  access: SteeringAccess;
  owners: OwnersByDay;
  store: StatementStore;
  now?: () => number;
};

/**
 * What each owner is charged for a billing month.
 *
 * @remarks
 *
 * Months are closed in their order; those of which nobody is charged anything are waited for by none. What is found to be wrong of a closed month later is charged, or given back, with the first
 * open month after the last closed one: a difference that, added to all that was charged of the closed month, makes what the
 * store says now. When that month is closed, its adjustments have been charged as well.
 */
export class Statements {
  readonly #options: StatementsOptions;
  readonly #openLines: OpenLines;

  private constructor(options: StatementsOptions) {
    this.#options = options;
    this.#openLines = OpenLines.create(options);
  }

  static create(options: StatementsOptions): Statements {
    return new Statements(options);
  }

  async listMonths(client?: Knex.Transaction): Promise<StatementMonths> {
    const { store } = this.#options;
    const closed = new Map(
      (await store.listClosed(client)).map(({ month, ...closing }) => [
        month,
        closing,
      ]),
    );
    const known = await store.listMonths(client);
    const taker = takerOf([...closed.keys()], known);
    const dropped = await store.listDropped(client);
    const blocking = known
      .filter(({ isCharged }) => isCharged)
      .map(({ month }) => month)
      .filter(month => !closed.has(month) && !dropped.has(month));
    const months = new Set([
      ...known.map(({ month }) => month),
      ...closed.keys(),
    ]);
    if (taker) {
      months.add(taker);
    }
    return {
      items: [...months]
        .sort()
        .toReversed()
        .map(month => {
          const isOpen = !closed.has(month);
          const blockedBy = blocking.filter(each => isOpen && each < month);
          return {
            month: month.slice(0, 7),
            state: isOpen ? ('open' as const) : ('closed' as const),
            closing: closed.get(month),
            closable: isOpen && this.#isOver(month) && blockedBy.length === 0,
            ...(blockedBy.length > 0 && {
              blockedBy: blockedBy.map(each => each.slice(0, 7)),
            }),
            takesAdjustments: month === taker,
          };
        }),
    };
  }

  /** The statement of one owner, or of all, as far as the caller may read it. */
  async read(
    credentials: BackstageCredentials,
    options: { month: string; owner?: string },
  ): Promise<Statement> {
    const { access } = this.#options;
    const { owner } = options;
    const first = `${options.month}-01`;
    if (owner === nobody) {
      await requireAll(access, credentials);
    }
    const readable = await access.read(
      credentials,
      owner === nobody ? undefined : owner,
    );
    const { lines, closing } = await this.#linesOf(first);
    let own = owner ? lines.filter(line => line.owner === owner) : lines;
    if (readable.visible === 'own' && !(owner && readable.totalOnly)) {
      const period = {
        from: Date.parse(first),
        to: Date.parse(firstOfMonth(first, 1)),
      };
      const refs = new Set(
        readable.members
          ?.filter(member => belongedIn(member, period))
          .map(({ ref }) => ref),
      );
      own = own.filter(line => refs.has(line.entityRef));
    }
    return {
      month: options.month,
      owner,
      state: closing ? 'closed' : 'open',
      closing,
      ...totalsOfLines(own),
      lines: readable.totalOnly ? [] : own,
    };
  }

  /** Closes a month. Fails with a ConflictError where it is closed, is not over, or one before it with cost is open. */
  async close(month: string, closedBy: string): Promise<StatementClosing> {
    const { store } = this.#options;
    const first = `${month}-01`;
    return store.transaction(async transaction => {
      // What is imported meanwhile comes before or after, and never in between: it would be charged to nobody.
      const before = await store.listClosed(transaction);
      await lockMonths(transaction, [
        first,
        ...before.map(closed => closed.month),
      ]);
      const { items } = await this.listMonths(transaction);
      const found = items.find(each => each.month === month);
      if (!found) {
        throw new NotFoundError(
          `There is no cost of ${month}; a month is closed when its invoices are imported`,
        );
      }
      if (found.state === 'closed') {
        throw new ConflictError(
          `${month} was closed by ${found.closing?.closedBy} at ${found.closing?.closedAt}; corrections become adjustments of the open month`,
        );
      }
      if (!this.#isOver(first)) {
        throw new ConflictError(
          `${month} is not over; it can be closed from ${firstOfMonth(
            first,
            1,
          )} on`,
        );
      }
      const { blockedBy } = found;
      if (blockedBy) {
        throw new ConflictError(
          describeBlocked({
            month,
            blockedBy,
            imports: await store.listImports(`${blockedBy[0]}-01`, transaction),
          }),
        );
      }
      const lines = await this.#openLines.read(first, transaction);
      const statement = canonicalStatement({ month, lines });
      const closing = {
        closedBy,
        closedAt: new Date(this.#now()).toISOString(),
        hash: createHash('sha256').update(statement).digest('hex'),
      };
      const marks = await store.listMarks([first], transaction);
      await store.close(transaction, {
        month: first,
        closing,
        statement,
        mark: marks.get(first) ?? '',
        lines,
      });
      return closing;
    });
  }

  async #linesOf(
    month: string,
  ): Promise<{ lines: StatementLine[]; closing?: StatementClosing }> {
    const { store } = this.#options;
    const closed = (await store.listClosed()).find(
      each => each.month === month,
    );
    if (!closed) {
      return { lines: await this.#openLines.read(month) };
    }
    const { month: _, ...closing } = closed;
    return { lines: await store.listLines(month), closing };
  }

  #isOver(month: string): boolean {
    return firstOfMonth(month, 1) <= dayOf(this.#now());
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}
