import { randomUUID } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import type { Budget, BudgetInput } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';

const columns = `id, title, scope, environment, provider_name, service_category, metric, period, amount::text AS amount,
  currency, thresholds, alert_on_forecast, owner, created_by, updated_by, created_at, updated_at`;

/** The budgets that were made in the portal. */
export class DatabaseBudgetStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseBudgetStore {
    return new DatabaseBudgetStore(options);
  }

  async list(): Promise<Budget[]> {
    const { rows } = await this.#client.raw(
      `SELECT ${columns} FROM budgets ORDER BY title, id`,
    );
    return rows.map(budgetOf);
  }

  async create(input: BudgetInput, author: string): Promise<Budget> {
    const { rows } = await this.#client.raw(
      `INSERT INTO budgets (id, title, scope, environment, provider_name, service_category, metric, period, amount, currency,
         thresholds, alert_on_forecast, owner, created_by, updated_by)
       VALUES (:id, :title, :scope, :environment, :provider, :serviceCategory, :metric, :period, :amount, :currency,
         :thresholds, :alertOnForecast, :owner, :author, :author)
       RETURNING ${columns}`,
      { id: randomUUID(), author, ...bindingsOf(input) },
    );
    return budgetOf(rows[0]);
  }

  async update(
    id: string,
    input: BudgetInput,
    author: string,
  ): Promise<Budget> {
    const { rows } = await this.#client.raw(
      `UPDATE budgets SET title = :title, scope = :scope, environment = :environment, provider_name = :provider,
         service_category = :serviceCategory, metric = :metric, period = :period, amount = :amount, currency = :currency,
         thresholds = :thresholds, alert_on_forecast = :alertOnForecast, owner = :owner, updated_by = :author,
         updated_at = now()
       WHERE id::text = :id RETURNING ${columns}`,
      { id, author, ...bindingsOf(input) },
    );
    return budgetOf(firstOf(rows, id));
  }

  async remove(id: string): Promise<void> {
    const { rows } = await this.#client.raw(
      'DELETE FROM budgets WHERE id::text = ? RETURNING id',
      [id],
    );
    firstOf(rows, id);
  }
}

function firstOf(rows: BudgetRow[], id: string): BudgetRow {
  if (rows.length === 0) {
    throw new NotFoundError(
      `There is no budget ${id} that was made in the portal; budgets of the configuration are changed there`,
    );
  }
  return rows[0];
}

function bindingsOf(input: BudgetInput) {
  const { slice } = input;
  return {
    title: input.title,
    scope: slice.scope ?? '',
    environment: slice.environment ?? '',
    provider: slice.provider ?? '',
    serviceCategory: slice.serviceCategory ?? '',
    metric: input.metric,
    period: input.period,
    amount: input.amount,
    currency: input.currency,
    thresholds: input.thresholds,
    alertOnForecast: input.alertOnForecast,
    owner: input.owner ?? null,
  };
}

type BudgetRow = {
  id: string;
  title: string;
  scope: string;
  environment: string;
  provider_name: string;
  service_category: string;
  metric: Budget['metric'];
  period: Budget['period'];
  amount: string;
  currency: string;
  thresholds: number[];
  alert_on_forecast: boolean;
  owner: string | null;
  created_by: string;
  updated_by: string;
  created_at: Date;
  updated_at: Date;
};

function budgetOf(row: BudgetRow): Budget {
  return {
    id: row.id,
    title: row.title,
    slice: {
      scope: row.scope || undefined,
      environment: row.environment || undefined,
      provider: row.provider_name || undefined,
      serviceCategory: row.service_category || undefined,
    },
    metric: row.metric,
    period: row.period,
    amount: row.amount,
    currency: row.currency,
    thresholds: row.thresholds,
    alertOnForecast: row.alert_on_forecast,
    owner: row.owner ?? undefined,
    origin: 'portal',
    createdBy: row.created_by,
    updatedBy: row.updated_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
