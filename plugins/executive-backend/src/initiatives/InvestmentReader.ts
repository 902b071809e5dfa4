import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  addAmounts,
  compareAmounts,
  divideAmounts,
  multiplyAmounts,
  subtractAmounts,
} from '@portal/amounts';
import type {
  Initiative,
  InvestmentAnswer,
  InvestmentRow,
  NodeContext,
  NodeQuery,
} from '@portal/plugin-executive-common';
import { everything } from '@portal/plugin-org-history-common';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { Currency } from '../money/Currency';
import type { ContextReader } from '../portfolio/PortfolioContext';
import { addDays, daysBetween } from '../snapshots/days';
import type { StewardshipReading } from '../stewardship/StewardshipReading';
import type { BenefitReader } from './BenefitReader';
import type { InitiativeStore } from './InitiativeStore';
import { SpendCounter, type SpendCounterOptions } from './SpendCounter';

const recentDays = 28;
const daysPerYear = '365';
const monthsPerYear = '12';

/** What {@link InvestmentReader} reads. */
export type InvestmentReaderOptions = {
  access: ExecutiveAccess;
  benefits: BenefitReader;
  context: ContextReader;
  currency: Currency;
  initiatives: InitiativeStore;
  reading: StewardshipReading;
};

/** Where the money of a node goes. */
export class InvestmentReader {
  readonly #options: InvestmentReaderOptions;

  private constructor(options: InvestmentReaderOptions) {
    this.#options = options;
  }

  static create(options: InvestmentReaderOptions): InvestmentReader {
    return new InvestmentReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<InvestmentAnswer> {
    const { access, currency, initiatives, reading } = this.#options;
    const context = await this.#options.context(credentials, query);
    const [counting, all] = await Promise.all([
      reading.of(credentials, context),
      initiatives.list(),
    ]);
    const here = all.filter(initiative =>
      isOf(initiative, context, counting.scope),
    );
    const readable = await access.readable(credentials, [
      ...new Set(here.flatMap(refsOf)),
    ]);
    const shown = here.filter(initiative =>
      refsOf(initiative).every(ref => readable.has(ref)),
    );
    const counter = SpendCounter.create({ ...counting, currency });
    const [rows, split] = await Promise.all([
      Promise.all(
        shown.map(initiative =>
          this.#row(credentials, initiative, context, counter),
        ),
      ),
      this.#split(shown, context, counting, counter),
    ]);
    return {
      context,
      currency: currency.code,
      rows: rows.sort(
        (one, other) =>
          orderOf(one.initiative, context.day) -
            orderOf(other.initiative, context.day) ||
          one.initiative.name.localeCompare(other.initiative.name),
      ),
      hidden: here.length - shown.length,
      split,
    };
  }

  async #row(
    credentials: BackstageCredentials,
    initiative: Initiative,
    context: NodeContext,
    counter: SpendCounter,
  ): Promise<InvestmentRow> {
    const { benefits, currency } = this.#options;
    const { end, start } = initiative;
    const now = addDays(context.day, 1);
    const until = earlier(now, end);
    const from = later(start, addDays(now, -recentDays));
    const [spend, recent] = await Promise.all([
      counter.count(initiative, { from: start, to: later(start, until) }),
      counter.count(initiative, { from, to: later(from, until) }),
    ]);
    const days = daysBetween(from, until);
    const left = Math.max(0, daysBetween(now, end));
    const daily =
      days > 0 ? divideAmounts(recent.total.amount, String(days)) : undefined;
    const budget = currency.amountOf(initiative.budget, context.day);
    const elapsed = Math.min(
      1,
      Math.max(0, daysBetween(start, now) / daysBetween(start, end)),
    );
    const missing =
      budget === undefined
        ? [
            ...spend.missing,
            `the budget, since there is no rate for ${initiative.budget.currency}`,
          ]
        : spend.missing;
    return {
      initiative,
      spend: { ...spend, missing },
      elapsed,
      state: initiative.notes[0]?.state,
      ...(budget !== undefined && {
        budget: currency.money(budget),
        ...(compareAmounts(budget, '0') > 0 && {
          used: Number(spend.total.amount) / Number(budget),
        }),
      }),
      ...(now > start &&
        left > 0 && {
          forecast: currency.money(
            addAmounts([
              spend.total.amount,
              multiplyAmounts(daily ?? '0', String(left)),
            ]),
          ),
        }),
      ...(daily !== undefined &&
        left > 0 && {
          monthlySpend: currency.money(
            divideAmounts(multiplyAmounts(daily, daysPerYear), monthsPerYear) ??
              '0',
          ),
        }),
      ...(initiative.benefit && {
        benefit: await benefits.read(
          credentials,
          initiative.benefit,
          context,
          elapsed,
        ),
      }),
    };
  }

  /** What of the last days initiatives used, and what is left. */
  async #split(
    initiatives: readonly Initiative[],
    { day, node }: NodeContext,
    {
      cloud,
      cloudMissing,
      people,
      scope,
    }: Omit<SpendCounterOptions, 'currency'>,
    counter: SpendCounter,
  ): Promise<InvestmentAnswer['split']> {
    const { currency } = this.#options;
    const to = addDays(day, 1);
    const days = { from: addDays(to, -recentDays), to };
    const isHere = ({ ref }: { ref: string }) =>
      node.ref === everything ||
      scope.systems.has(ref) ||
      scope.groups?.includes(ref);
    const [changes, ownCloud] = await Promise.all([
      Promise.all(
        initiatives.map(({ end, start, systems, teams }) => {
          const from = later(start, days.from);
          return counter.count(
            { systems: systems.filter(isHere), teams: teams.filter(isHere) },
            { from, to: later(from, earlier(end, to)) },
          );
        }),
      ),
      cloudMissing === undefined ? cloud.between([node.ref], days) : undefined,
    ]);
    const change = addAmounts(changes.map(({ total }) => total.amount));
    const ownPeople = people.costOf(scope.groups ?? [], days.from, to);
    const total = addAmounts([
      ownCloud?.get(node.ref) ?? '0',
      ownPeople.amount,
    ]);
    // Shares of several initiatives may add to more than there is.
    const changed = compareAmounts(change, total) > 0 ? total : change;
    return {
      ...days,
      change: currency.money(changed),
      run: currency.money(subtractAmounts(total, changed)),
      total: currency.money(total),
      missing: [
        ...(cloudMissing === undefined ? [] : [cloudMissing]),
        ...(scope.groups
          ? []
          : ['people, since rates are of groups and not of domains']),
        ...(scope.groups?.every(group => !people.has(group))
          ? ['people, since no group here has a rate']
          : []),
      ],
    };
  }
}

/** What of the organisation it is about. */
function refsOf({ sponsor, systems, teams }: Initiative): string[] {
  const parts = [...systems, ...teams].map(({ ref }) => ref);
  return parts.length > 0 || !sponsor.startsWith('group:') ? parts : [sponsor];
}

function isOf(
  initiative: Initiative,
  { node }: NodeContext,
  scope: SpendCounterOptions['scope'],
): boolean {
  return (
    node.ref === everything ||
    refsOf(initiative).some(
      ref => scope.systems.has(ref) || scope.groups?.includes(ref),
    )
  );
}

/** Those that run, those to come, those that are over. */
function orderOf({ end, start }: Initiative, day: string): number {
  if (end <= day) {
    return 2;
  }
  return start > day ? 1 : 0;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
