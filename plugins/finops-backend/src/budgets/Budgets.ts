import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  budgetPeriodOf,
  budgetStateOf,
  type Budget,
  type BudgetsAnswer,
  type BudgetUse,
  type CostForecast,
} from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';
import type { CostReader } from '../costs/CostReader';
import type { CostForecasts } from '../forecast/CostForecasts';
import { addDays, dayOf, daysBetween } from '../steering/days';
import { ExchangeRates } from '../steering/ExchangeRates';
import { readIfAllowed, type SteeringAccess } from '../steering/SteeringAccess';
import type { ConfiguredBudgets } from './ConfiguredBudgets';
import type { DatabaseBudgetStore } from './DatabaseBudgetStore';

const Exact = Decimal.clone({ precision: 60 });
const weeksShown = 28;

/** What {@link Budgets} works with. */
export type BudgetsOptions = {
  access: SteeringAccess;
  auth: AuthService;
  client: Knex;
  configured: ConfiguredBudgets;
  costs: Pick<CostReader, 'daily'>;
  /** That exchange rates are in. */
  currency: string;
  fiscalYearStart: number;
  forecasts: CostForecasts;
  store: DatabaseBudgetStore;
  now?: () => number;
};

/** All budgets, and how much of them is used. */
export class Budgets {
  readonly #options: BudgetsOptions;

  private constructor(options: BudgetsOptions) {
    this.#options = options;
  }

  static create(options: BudgetsOptions): Budgets {
    return new Budgets(options);
  }

  async listAll(): Promise<Budget[]> {
    const { configured, store } = this.#options;
    return [...(await configured.list()), ...(await store.list())];
  }

  /** The budgets that the caller may know of, those nearest to their end first. `day` is in their periods. */
  async list(
    credentials: BackstageCredentials,
    options: { day?: string; scope?: string },
  ): Promise<BudgetsAnswer> {
    const all = await this.listAll();
    const visible: Budget[] = [];
    for (const budget of all) {
      if (
        (options.scope === undefined ||
          (budget.slice.scope ?? 'everything') === options.scope) &&
        (await this.#isVisible(credentials, budget))
      ) {
        visible.push(budget);
      }
    }
    const items = await this.useOf(visible, options.day);
    return {
      items: items.sort(
        (one, other) =>
          other.share - one.share ||
          one.budget.title.localeCompare(other.budget.title, 'en'),
      ),
    };
  }

  /** How much of each budget is used. Whoever may know of a budget may know that. */
  async useOf(budgets: readonly Budget[], day?: string): Promise<BudgetUse[]> {
    const { auth, client, currency } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const rates = await ExchangeRates.read({ client, currency });
    const found: BudgetUse[] = [];
    for (const budget of budgets) {
      found.push(await this.#use(credentials, { budget, rates, day }));
    }
    return found;
  }

  async #isVisible(
    credentials: BackstageCredentials,
    { slice }: Budget,
  ): Promise<boolean> {
    const { access } = this.#options;
    const readable = await readIfAllowed(access, credentials, slice.scope);
    // A budget is of all of its scope, and so is what is spent of it.
    if (!readable || readable.partial) {
      return false;
    }
    const isPart = Boolean(
      slice.environment || slice.provider || slice.serviceCategory,
    );
    const isAll = slice.scope === undefined || slice.scope === 'everything';
    return readable.totalOnly ? !isPart : !isAll || readable.visible === 'all';
  }

  async #use(
    credentials: BackstageCredentials,
    options: { budget: Budget; rates: ExchangeRates; day?: string },
  ): Promise<BudgetUse> {
    const { costs, fiscalYearStart, forecasts, now = Date.now } = this.#options;
    const { budget, rates } = options;
    const { slice, metric, amount, thresholds } = budget;
    const today = dayOf(now());
    const { from, to } = budgetPeriodOf({
      day: options.day ?? today,
      period: budget.period,
      fiscalYearStart,
    });
    const answer = await costs.daily(credentials, {
      from,
      to,
      metric,
      filter: slice,
    });
    const unconverted = new Map<string, Decimal>();
    let spent = new Exact(0);
    let lastDay: string | undefined;
    for (const { day, total } of answer.days) {
      const converted = rates.convert(total, {
        from: answer.currency,
        to: budget.currency,
        day,
      });
      if (converted === undefined) {
        const known = unconverted.get(answer.currency) ?? new Exact(0);
        unconverted.set(answer.currency, known.plus(total));
      } else {
        spent = spent.plus(converted);
      }
      if (Number(total) !== 0 && (lastDay === undefined || day > lastDay)) {
        lastDay = day;
      }
    }
    const isRunning = from <= today && today < to;
    const expected = isRunning
      ? expectedAtEnd(
          await forecasts.forecast(credentials, { slice, metric }),
          {
            spent: spent.toFixed(),
            to,
            currency: budget.currency,
            rates,
          },
        )
      : undefined;
    return {
      budget,
      from,
      to,
      lastDay,
      spent: spent.toFixed(),
      ...expected,
      ...budgetStateOf({
        amount,
        spent: spent.toFixed(),
        thresholds,
        expected: expected?.expected,
      }),
      ...(unconverted.size > 0 && {
        unconverted: [...unconverted].map(([currency, total]) => ({
          currency,
          total: total.toFixed(),
        })),
      }),
    };
  }
}

/**
 * What is spent, and what the days until the end will cost. Days that lie beyond those of the forecast cost what its last four
 * weeks do; there is no interval then.
 */
function expectedAtEnd(
  forecast: CostForecast,
  options: {
    spent: string;
    to: string;
    currency: string;
    rates: ExchangeRates;
  },
): Pick<BudgetUse, 'expected' | 'expectedLower' | 'expectedUpper'> | undefined {
  const { spent, to, currency, rates } = options;
  const { days, lastDay } = forecast;
  const inOwn = (amount: Decimal) =>
    rates.convert(amount.toFixed(), {
      from: forecast.currency,
      to: currency,
      day: lastDay ?? to,
    });
  const until = days.filter(({ day }) => day < to);
  if (forecast.state !== 'ok' || lastDay === undefined) {
    return undefined;
  }
  const rest = until.reduce(
    (sum, { expected }) => sum.plus(expected),
    new Exact(0),
  );
  const end = addDays(lastDay, days.length + 1);
  const beyond = Math.max(0, daysBetween(end, to));
  const last = days.slice(-weeksShown);
  const mean = last
    .reduce((sum, { expected }) => sum.plus(expected), new Exact(0))
    .div(Math.max(1, last.length));
  const more = inOwn(rest.plus(mean.times(beyond)));
  if (more === undefined) {
    return undefined;
  }
  const at = (amount: Decimal) => amount.toFixed(2);
  const expected = new Exact(spent).plus(more);
  const month = forecast.months.find(each => firstAfter(each.month) === to);
  if (beyond > 0 || !month) {
    return { expected: at(expected) };
  }
  // The interval of the month is that of its unknown days; those before the month add to the same side.
  const lower = inOwn(new Exact(month.expected).minus(month.lower));
  const upper = inOwn(new Exact(month.upper).minus(month.expected));
  return {
    expected: at(expected),
    ...(isOneMonth(until, month.month) && {
      expectedLower: at(expected.minus(lower ?? 0)),
      expectedUpper: at(expected.plus(upper ?? 0)),
    }),
  };
}

function isOneMonth(
  days: ReadonlyArray<{ day: string }>,
  month: string,
): boolean {
  return days.every(({ day }) => day.startsWith(month));
}

function firstAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return dayOf(Date.UTC(year, number, 1));
}
