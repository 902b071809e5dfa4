import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { PublishedValue } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';
import type { Budgets } from '../budgets/Budgets';
import type { RecommendationStore } from '../recommendations/RecommendationStore';
import { addDays, dayOf } from '../steering/days';
import { ExchangeRates } from '../steering/ExchangeRates';
import { costMetricDefinitions } from './costMetricDefinitions';
import { readDayCosts, type DayCost } from './readDayCosts';

const Exact = Decimal.clone({ precision: 60 });
/** Days of costs that came newly or were restated are told again, as far back as that. */
const daysBack = 400;
const refsPerRequest = 200;

/** What {@link CostPublisher} works with. */
export type CostPublisherOptions = {
  budgets: Budgets;
  client: Knex;
  /** What amounts are told in. */
  currency: string;
  logger: LoggerService;
  metrics: Pick<MetricStoreService, 'publish' | 'register' | 'series'>;
  recommendations: RecommendationStore;
  now?: () => number;
};

/** Tells the metric store what entities cost each day, and where budgets and savings stand. */
export class CostPublisher {
  readonly #options: CostPublisherOptions;

  private constructor(options: CostPublisherOptions) {
    this.#options = options;
  }

  static create(options: CostPublisherOptions): CostPublisher {
    return new CostPublisher(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { client, currency, metrics, now = Date.now } = this.#options;
    await metrics.register(costMetricDefinitions(currency), options);
    const rates = await ExchangeRates.read({ client, currency });
    const yesterday = addDays(dayOf(now()), -1);
    await this.#publish(
      yesterday,
      await this.#standing(yesterday, rates),
      options,
    );
    for (const { day, fingerprint } of await this.#listDue(yesterday)) {
      if (options.signal?.aborted) {
        return;
      }
      await this.#publish(day, await this.#costs(day, rates, options), options);
      await client.raw(
        `INSERT INTO published_days (day, fingerprint) VALUES (:day, :fingerprint)
         ON CONFLICT (day) DO UPDATE SET fingerprint = excluded.fingerprint`,
        { day, fingerprint },
      );
    }
  }

  async #publish(
    day: string,
    values: PublishedValue[],
    options: { signal?: AbortSignal },
  ): Promise<void> {
    const { logger, metrics } = this.#options;
    if (values.length === 0) {
      return;
    }
    try {
      await metrics.publish({ day, values }, options);
    } catch (error) {
      if (!(error instanceof ResponseError && error.statusCode === 400)) {
        throw error;
      }
      // It keeps so many days and no older ones. Invoices may go further back.
      logger.debug(`The metric store does not take ${day}: ${error.message}`);
    }
  }

  /** Days that are new or cost something else than what was told, the newest first. */
  async #listDue(
    last: string,
  ): Promise<Array<{ day: string; fingerprint: string }>> {
    const { rows } = await this.#options.client.raw(
      `SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d.fingerprint
       FROM (
         SELECT charge_day AS day, md5(string_agg(concat_ws(' ', entity_ref, currency, cost), ' '
           ORDER BY entity_ref, currency)) AS fingerprint
         FROM (
           SELECT charge_day, entity_ref, currency, trim_scale(sum(billed_cost)) AS cost FROM daily_costs
           WHERE charge_day <= :last::date AND charge_day > :last::date - ${daysBack}
           GROUP BY 1, 2, 3
         ) AS sums GROUP BY charge_day
       ) AS d LEFT JOIN published_days p ON p.day = d.day
       WHERE p.fingerprint IS DISTINCT FROM d.fingerprint
       ORDER BY d.day DESC`,
      { last },
    );
    return rows;
  }

  async #costs(
    day: string,
    rates: ExchangeRates,
    options: { signal?: AbortSignal },
  ): Promise<PublishedValue[]> {
    const { client, currency } = this.#options;
    const costs = new Map<string, DayCost>();
    for (const found of await readDayCosts(client, day)) {
      const inOwn = (amount: string) =>
        rates.convert(amount, { from: found.currency, to: currency, day });
      const [cost, charged, untagged] = [
        inOwn(found.cost),
        inOwn(found.charged),
        inOwn(found.untagged),
      ];
      // What has no rate is on the pages of cost; here it would be added to another currency.
      if (
        cost !== undefined &&
        charged !== undefined &&
        untagged !== undefined
      ) {
        const known = costs.get(found.entityRef);
        costs.set(found.entityRef, {
          ...found,
          currency,
          cost: add(known?.cost, cost),
          charged: add(known?.charged, charged),
          untagged: add(known?.untagged, untagged),
          lines: (known?.lines ?? 0) + found.lines,
        });
      }
    }
    const deployments = await this.#deployments(
      day,
      [...costs.keys()],
      options,
    );
    return [...costs.values()].flatMap(found => {
      const { entityRef, cost, charged, untagged, lines } = found;
      const deployed = deployments.get(entityRef);
      return [
        {
          metricId: 'dailyCost',
          entityRef,
          parts: { sum: rounded(cost), count: lines },
        },
        {
          metricId: 'untaggedCostShare',
          entityRef,
          parts: {
            numerator: rounded(untagged),
            denominator: rounded(charged),
            count: lines,
          },
        },
        ...(deployed === undefined
          ? []
          : [
              {
                metricId: 'costPerDeployment',
                entityRef,
                parts: {
                  numerator: rounded(cost),
                  denominator: deployed,
                  count: deployed,
                },
              },
            ]),
      ];
    });
  }

  /** Deployments of a day, of those entities of which the store knows any. */
  async #deployments(
    day: string,
    refs: readonly string[],
    options: { signal?: AbortSignal },
  ): Promise<Map<string, number>> {
    const { metrics } = this.#options;
    const found = new Map<string, number>();
    for (let start = 0; start < refs.length; start += refsPerRequest) {
      try {
        const answer = await metrics.series(
          {
            metricIds: ['deploymentFrequency'],
            entityRefs: refs.slice(start, start + refsPerRequest),
            from: day,
            to: addDays(day, 1),
          },
          options,
        );
        const [metric] = answer.metrics;
        answer.entityRefs.forEach((ref, index) => {
          const value = metric?.series[index]?.[0];
          if (value?.state === 'ok' && value.value !== undefined) {
            // It travels as a rate a week.
            found.set(ref, Math.round(value.value / 7));
          }
        });
      } catch (error) {
        const isUnknown =
          error instanceof ResponseError &&
          [400, 404].includes(error.statusCode);
        if (!isUnknown) {
          throw error;
        }
        // No deployments were ever told.
        return found;
      }
    }
    return found;
  }

  /** Where savings and budgets stand. */
  async #standing(
    day: string,
    rates: ExchangeRates,
  ): Promise<PublishedValue[]> {
    const { budgets, currency, recommendations } = this.#options;
    const waste = new Map<string, { sum: Decimal; count: number }>();
    for (const each of await recommendations.list({ state: 'open' })) {
      const saving = rates.convert(each.monthlySaving, {
        from: each.currency,
        to: currency,
        day,
      });
      if (each.kind === 'saving' && each.entityRef && saving !== undefined) {
        const known = waste.get(each.entityRef);
        waste.set(each.entityRef, {
          sum: (known?.sum ?? new Exact(0)).plus(saving),
          count: (known?.count ?? 0) + 1,
        });
      }
    }
    const uses = new Map<
      string,
      { spent: Decimal; amount: Decimal; count: number }
    >();
    for (const { budget, spent } of await budgets.useOf(
      await budgets.listAll(),
      day,
    )) {
      const { scope } = budget.slice;
      const inOwn = (amount: string) =>
        rates.convert(amount, { from: budget.currency, to: currency, day });
      const [used, amount] = [inOwn(spent), inOwn(budget.amount)];
      if (scope?.includes(':') && used !== undefined && amount !== undefined) {
        const known = uses.get(scope);
        uses.set(scope, {
          spent: (known?.spent ?? new Exact(0)).plus(used),
          amount: (known?.amount ?? new Exact(0)).plus(amount),
          count: (known?.count ?? 0) + 1,
        });
      }
    }
    return [
      ...[...waste].map(([entityRef, { sum, count }]) => ({
        metricId: 'costWaste',
        entityRef,
        parts: { sum: rounded(sum.toFixed()), count },
      })),
      ...[...uses].map(([entityRef, { spent, amount, count }]) => ({
        metricId: 'budgetUse',
        entityRef,
        parts: {
          numerator: rounded(spent.toFixed()),
          denominator: rounded(amount.toFixed()),
          count,
        },
      })),
    ];
  }
}

function add(known: string | undefined, amount: string): string {
  return new Exact(known ?? 0).plus(amount).toFixed();
}

/** Six digits are more than any figure shows. */
function rounded(amount: string): string {
  return new Exact(amount).toDecimalPlaces(6).toFixed();
}
