import { createHash } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  adjustStatement,
  canonicalStatement,
  roundToTotal,
  totalsOfLines,
  type Statement,
  type StatementClosing,
  type StatementLine,
  type StatementMonths,
} from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';
import { dayOf, firstOfMonth } from '../steering/days';
import { lockMonths } from '../import/lockMonths';
import { belongedIn, type SteeringAccess } from '../steering/SteeringAccess';
import type { OwnersByDay } from './OwnersByDay';
import type { ChargedDay, StatementStore } from './StatementStore';

const Exact = Decimal.clone({ precision: 60 });
const nobody = 'unallocated';

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
 * Months are closed in their order. What is found to be wrong of a closed month later is charged, or given back, with the first
 * open month after the last closed one: a difference that, added to all that was charged of the closed month, makes what the
 * store says now. When that month is closed, its adjustments have been charged as well.
 */
export class Statements {
  readonly #options: StatementsOptions;

  private constructor(options: StatementsOptions) {
    this.#options = options;
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
    const months = new Set([
      ...(await store.listMonths(client)),
      ...closed.keys(),
    ]);
    const taker = takerOf([...closed.keys()], [...months]);
    if (taker) {
      months.add(taker);
    }
    const sorted = [...months].sort();
    const firstOpen = sorted.find(month => !closed.has(month));
    return {
      items: sorted.toReversed().map(month => ({
        month: month.slice(0, 7),
        state: closed.has(month) ? ('closed' as const) : ('open' as const),
        closing: closed.get(month),
        closable: month === firstOpen && this.#isOver(month),
        takesAdjustments: month === taker,
      })),
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

  /** Closes a month. Fails with a ConflictError where it is closed, is not over, or one before it is open. */
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
      const earlier = items.findLast(each => each.state === 'open');
      if (!found.closable) {
        throw new ConflictError(
          `${earlier?.month} is still open; months are closed in their order, so close it first`,
        );
      }
      const lines = await this.#openLines(first, transaction);
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
      return { lines: await this.#openLines(month) };
    }
    const { month: _, ...closing } = closed;
    return { lines: await store.listLines(month), closing };
  }

  /** What the statement of an open month says now. */
  async #openLines(
    month: string,
    client?: Knex.Transaction,
  ): Promise<StatementLine[]> {
    const { store } = this.#options;
    const lines = await this.#costLines(month, client);
    const closedMarks = await store.listClosedMarks(client);
    const closed = [...closedMarks.keys()].sort();
    if (
      month !== takerOf(closed, [...(await store.listMonths(client)), month])
    ) {
      return lines;
    }
    const marks = await store.listMarks(closed, client);
    for (const ofMonth of closed) {
      const charged = await store.listChargedLines(ofMonth, client);
      const isCorrected = charged.some(({ kind }) => kind === 'adjustment');
      // The same as when it was closed, and never corrected: most months, always.
      if (
        isCorrected ||
        (marks.get(ofMonth) ?? '') !== closedMarks.get(ofMonth)
      ) {
        lines.push(
          ...adjustStatement({
            ofMonth: ofMonth.slice(0, 7),
            now: await this.#costLines(ofMonth, client),
            charged: charged.filter(
              line => line.ofMonth === ofMonth.slice(0, 7),
            ),
          }),
        );
      }
    }
    return lines;
  }

  /** What a month costs each owner now, rounded so that it adds to the rounded total of each currency. */
  async #costLines(
    month: string,
    client?: Knex.Transaction,
  ): Promise<StatementLine[]> {
    const { store, owners } = this.#options;
    const charged = await store.listCharged(month, client);
    const byDay = new Map<string, ChargedDay[]>();
    for (const each of charged) {
      const known = byDay.get(each.day);
      if (known) {
        known.push(each);
      } else {
        byDay.set(each.day, [each]);
      }
    }
    const sums = new Map<string, { line: StatementLine; sum: Decimal }>();
    for (const [day, costs] of byDay) {
      const refs = new Set(
        costs.flatMap(({ entityRef }) => (entityRef ? [entityRef] : [])),
      );
      const ownerOf = await owners.ownersOn(day, [...refs]);
      for (const { entityRef, bucket, currency, amount } of costs) {
        const owner = ownerOf.get(entityRef) ?? nobody;
        const key = JSON.stringify([currency, owner, entityRef, bucket]);
        const known = sums.get(key);
        if (known) {
          known.sum = known.sum.plus(amount);
        } else {
          sums.set(key, {
            sum: new Exact(amount),
            line: {
              owner,
              entityRef,
              bucket,
              kind: 'cost',
              ofMonth: month.slice(0, 7),
              currency,
              amount,
            },
          });
        }
      }
    }
    return roundLines(
      [...sums].sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }

  #isOver(month: string): boolean {
    return firstOfMonth(month, 1) <= dayOf(this.#now());
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

/** Fails unless the caller may see what everybody is charged. */
export async function requireAll(
  access: SteeringAccess,
  credentials: BackstageCredentials,
): Promise<void> {
  const { visible } = await access.read(credentials);
  if (visible !== 'all') {
    throw new NotAllowedError(
      'Only who may read all costs can close a month; ask an administrator of the portal for the permission finops.cost.read',
    );
  }
}

function roundLines(
  sums: ReadonlyArray<[string, { line: StatementLine; sum: Decimal }]>,
): StatementLine[] {
  const byCurrency = new Map<
    string,
    Array<{ line: StatementLine; sum: Decimal }>
  >();
  for (const [, each] of sums) {
    const known = byCurrency.get(each.line.currency);
    if (known) {
      known.push(each);
    } else {
      byCurrency.set(each.line.currency, [each]);
    }
  }
  return [...byCurrency.values()].flatMap(group => {
    const rounded = roundToTotal(group.map(({ sum }) => sum.toFixed()));
    return group.map(({ line }, index) => ({
      ...line,
      amount: rounded[index],
    }));
  });
}

/** The month that takes corrections of closed ones: the first open one after the last closed one. */
function takerOf(
  closed: readonly string[],
  months: readonly string[],
): string | undefined {
  const last = [...closed].sort().at(-1);
  return last === undefined
    ? undefined
    : [...months].sort().find(month => month > last) ?? firstOfMonth(last, 1);
}
