import {
  adjustStatement,
  roundToTotal,
  type StatementLine,
} from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';
import type { OwnersByDay } from './OwnersByDay';
import type { ChargedDay, StatementStore } from './StatementStore';
import { takerOf } from './takerOf';

const Exact = Decimal.clone({ precision: 60 });
/** Who has what nobody owns. */
export const nobody = 'unallocated';

/** Makes the lines of months that are not closed. */
export class OpenLines {
  readonly #owners: OwnersByDay;
  readonly #store: StatementStore;

  private constructor(options: { owners: OwnersByDay; store: StatementStore }) {
    this.#owners = options.owners;
    this.#store = options.store;
  }

  static create(options: {
    owners: OwnersByDay;
    store: StatementStore;
  }): OpenLines {
    return new OpenLines(options);
  }

  /** What the statement of an open month says now. */
  async read(
    month: string,
    client?: Knex.Transaction,
  ): Promise<StatementLine[]> {
    const store = this.#store;
    const lines = await this.#costs(month, client);
    const closedMarks = await store.listClosedMarks(client);
    const closed = [...closedMarks.keys()].sort();
    if (month !== takerOf(closed, await store.listMonths(client))) {
      return lines;
    }
    // What was dropped costs nothing now, and that corrects nothing.
    const dropped = await store.listDropped(client);
    const kept = closed.filter(each => !dropped.has(each));
    const marks = await store.listMarks(kept, client);
    for (const ofMonth of kept) {
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
            now: await this.#costs(ofMonth, client),
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
  async #costs(
    month: string,
    client?: Knex.Transaction,
  ): Promise<StatementLine[]> {
    const charged = await this.#store.listCharged(month, client);
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
      const ownerOf = await this.#owners.ownersOn(day, [...refs]);
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
