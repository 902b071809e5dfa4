import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { addAmounts, multiplyAmounts } from '@portal/amounts';
import type {
  DebtAnswer,
  DebtItem,
  EndOfLifeCalendar,
  EndOfLifeEntry,
  NodeQuery,
} from '@portal/plugin-executive-common';
import { everything } from '@portal/plugin-org-history-common';
import type { Currency } from '../money/Currency';
import type { NodeCatalog } from '../nodes/NodeCatalog';
import type { ContextReader } from '../portfolio/PortfolioContext';
import type {
  Counting,
  StewardshipReading,
} from '../stewardship/StewardshipReading';
import { toDebtItem, type DebtStore } from './DebtStore';
import { datesOf } from './endOfLifeDates';
import { runtimesOf } from './runtimesOf';

const flowMonths = 13;

/** What {@link DebtReader} reads. */
export type DebtReaderOptions = {
  context: ContextReader;
  currency: Currency;
  debts: DebtStore;
  nodes: Pick<NodeCatalog, 'list'>;
  reading: StewardshipReading;
};

/** What is owed in a node, and when support of what it runs on ends. */
export class DebtReader {
  readonly #options: DebtReaderOptions;

  private constructor(options: DebtReaderOptions) {
    this.#options = options;
  }

  static create(options: DebtReaderOptions): DebtReader {
    return new DebtReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<DebtAnswer> {
    const { currency, debts, reading } = this.#options;
    const context = await this.#options.context(credentials, query);
    const [counting, all] = await Promise.all([
      reading.of(credentials, context),
      debts.list(),
    ]);
    const { day, node } = context;
    const owners = new Map(
      counting.scope.services.map(({ ownerRef, ref }) => [ref, ownerRef]),
    );
    const items = all
      .map(each => toDebtItem(each, owners.get(each.document.componentRef)))
      .filter(
        ({ componentRef, since }) =>
          (node.ref === everything || owners.has(componentRef)) && since <= day,
      )
      .map(item => asOf(item, day));
    const owed = items.filter(({ paidOn }) => !paidOn);
    return {
      context,
      currency: currency.code,
      items,
      totals: {
        items: owed.length,
        estimated: owed.filter(({ fixHours }) => fixHours !== undefined).length,
        interestHours: sum(owed, 'interestHours'),
        fixHours: sum(owed, 'fixHours'),
        ...this.#inMoney(owed, counting, day),
      },
      owners: ownersOf(owed, counting),
      flow: flowOf(items, day),
    };
  }

  async endOfLife(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<EndOfLifeCalendar> {
    const { nodes, reading } = this.#options;
    const context = await this.#options.context(credentials, query);
    const [{ services }, known] = await Promise.all([
      reading.scope(context),
      nodes.list(),
    ]);
    const here = new Set(services.map(({ ref }) => ref));
    const entries = new Map<string, EndOfLifeEntry>();
    const unknown = new Map<string, string[]>();
    for (const { ref, runtimes } of known) {
      for (const runtime of here.has(ref) ? runtimesOf(runtimes) : []) {
        if (runtime.known) {
          const { cycle, endOfLife, product } = runtime.known;
          const key = `${product.id}@${cycle}`;
          const entry = entries.get(key) ?? {
            product: product.id,
            title: product.title,
            cycle,
            endOfLife,
            source: product.source,
            components: [],
          };
          entry.components.push(ref);
          entries.set(key, entry);
        } else {
          unknown.set(runtime.text, [
            ...(unknown.get(runtime.text) ?? []),
            ref,
          ]);
        }
      }
    }
    return {
      context,
      datesOf,
      entries: [...entries.values()].sort(
        (one, other) =>
          (one.endOfLife ?? '9').localeCompare(other.endOfLife ?? '9') ||
          one.title.localeCompare(other.title),
      ),
      unknown: [...unknown].map(([text, components]) => ({
        text,
        components,
      })),
    };
  }

  /** Where every owner has a rate; a sum without some of them would be taken for the whole. */
  #inMoney(
    owed: readonly DebtItem[],
    { people }: Counting,
    day: string,
  ): Pick<DebtAnswer['totals'], 'interest' | 'fix'> {
    const { currency } = this.#options;
    const totalOf = (field: 'interestHours' | 'fixHours') => {
      const amounts: string[] = [];
      for (const { ownerRef, [field]: hours = 0 } of owed) {
        const hourly = ownerRef && people.hourlyOf(ownerRef, day);
        if (hours > 0 && !hourly) {
          return undefined;
        }
        amounts.push(hourly ? multiplyAmounts(hourly, String(hours)) : '0');
      }
      return currency.money(addAmounts(amounts));
    };
    const interest = totalOf('interestHours');
    const fix = totalOf('fixHours');
    return { ...(interest && { interest }), ...(fix && { fix }) };
  }
}

/** As it was at the end of the day. */
function asOf(item: DebtItem, day: string): DebtItem {
  if (item.paidOn === undefined || item.paidOn <= day) {
    return item;
  }
  const { paidOn, ...owed } = item;
  return owed;
}

function sum(
  items: readonly DebtItem[],
  field: 'interestHours' | 'fixHours',
): number {
  return items.reduce((total, { [field]: hours = 0 }) => total + hours, 0);
}

function ownersOf(
  owed: readonly DebtItem[],
  { scope }: Counting,
): DebtAnswer['owners'] {
  const byOwner = new Map<string, DebtItem[]>();
  for (const item of owed) {
    const key = item.ownerRef ?? '';
    byOwner.set(key, [...(byOwner.get(key) ?? []), item]);
  }
  return [...byOwner]
    .map(([ownerRef, items]) => ({
      ...(ownerRef && { ownerRef }),
      title: ownerRef ? scope.titleOf(ownerRef) : 'Nobody',
      items: items.length,
      fixHours: sum(items, 'fixHours'),
      interestHours: sum(items, 'interestHours'),
    }))
    .sort(
      (one, other) =>
        Number(Boolean(other.ownerRef)) - Number(Boolean(one.ownerRef)) ||
        other.fixHours - one.fixHours ||
        one.title.localeCompare(other.title),
    );
}

/** Made and paid, month by month, the running one last. */
function flowOf(items: readonly DebtItem[], day: string): DebtAnswer['flow'] {
  const [year, month] = day.split('-').map(Number);
  return Array.from({ length: flowMonths }, (_, index) => {
    const name = new Date(
      Date.UTC(year, month - 1 - (flowMonths - 1 - index), 1),
    )
      .toISOString()
      .slice(0, 7);
    const of = (field: 'since' | 'paidOn') =>
      sum(
        items.filter(each => each[field]?.startsWith(name)),
        'fixHours',
      );
    return { month: name, made: of('since'), paid: of('paidOn') };
  });
}
