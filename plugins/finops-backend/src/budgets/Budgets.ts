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
  type UnconvertedAmount,
} from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';
import { addUnconverted } from '../costs/addUnconverted';
import type { CostReader } from '../costs/CostReader';
import type { CostForecasts } from '../forecast/CostForecasts';
import { dayOf } from '../steering/days';
import { ExchangeRates } from '../steering/ExchangeRates';
import { readIfAllowed, type SteeringAccess } from '../steering/SteeringAccess';
import type { ConfiguredBudgets } from './ConfiguredBudgets';
import type { DatabaseBudgetStore } from './DatabaseBudgetStore';
import { expectedAtEnd } from './expectedAtEnd';

const Exact = Decimal.clone({ precision: 60 });

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
    let spent = new Exact(0);
    let lastDay: string | undefined;
    const unconverted: UnconvertedAmount[] = [];
    for (const { day, total } of answer.days) {
      const converted = rates.convert(total, {
        from: answer.currency,
        to: budget.currency,
        day,
      });
      if (converted === undefined) {
        unconverted.push({ currency: answer.currency, total });
      } else {
        spent = spent.plus(converted);
      }
      if (Number(total) !== 0 && (lastDay === undefined || day > lastDay)) {
        lastDay = day;
      }
    }
    for (const { currency, total } of answer.unconverted ?? []) {
      if (currency === budget.currency) {
        // Without a rate to the currency of the portal, and none is needed.
        spent = spent.plus(total);
      } else {
        unconverted.push({ currency, total });
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
      unconverted: addUnconverted(unconverted),
    };
  }
}
