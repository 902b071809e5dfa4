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
import { MissingRates } from './MissingRates';
import { readDayCosts, type DayCost } from './readDayCosts';
import { readStanding } from './readStanding';
import { rounded } from './rounded';

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
    const { client, currency, logger, metrics, now = Date.now } = this.#options;
    await metrics.register(costMetricDefinitions(currency), options);
    const rates = await ExchangeRates.read({ client, currency });
    const missing = MissingRates.create();
    const yesterday = addDays(dayOf(now()), -1);
    await this.#publish(
      yesterday,
      await readStanding({
        ...this.#options,
        day: yesterday,
        rates,
        missing,
      }),
      options,
    );
    for (const { day, fingerprint } of await this.#listDue(yesterday)) {
      if (options.signal?.aborted) {
        break;
      }
      const costs = await this.#costs(day, rates, missing);
      const values = await this.#valuesOf(day, costs, options);
      await this.#publish(day, values, options);
      await client.raw(
        `INSERT INTO published_days (day, fingerprint) VALUES (:day, :fingerprint)
         ON CONFLICT (day) DO UPDATE SET fingerprint = excluded.fingerprint`,
        { day, fingerprint },
      );
    }
    missing.warn(logger, currency);
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

  /** Days that are new, cost something else than what was told, or have other rates now; the newest first. */
  async #listDue(
    last: string,
  ): Promise<Array<{ day: string; fingerprint: string }>> {
    const { rows } = await this.#options.client.raw(
      `WITH sums AS MATERIALIZED (
         SELECT charge_day AS day, entity_ref, currency, trim_scale(sum(billed_cost)) AS cost FROM daily_costs
         WHERE charge_day <= :last::date AND charge_day > :last::date - ${daysBack}
         GROUP BY 1, 2, 3
       ), rates AS (
         SELECT each.day, string_agg(concat_ws(' ', each.currency, trim_scale(known.rate)), ' ' ORDER BY each.currency) AS rates
         FROM (SELECT DISTINCT day, currency FROM sums) AS each CROSS JOIN LATERAL (
           SELECT rate FROM exchange_rates WHERE currency = each.currency AND day <= each.day ORDER BY day DESC LIMIT 1
         ) AS known GROUP BY each.day
       )
       SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d.fingerprint
       FROM (
         SELECT sums.day, concat_ws(' ', md5(string_agg(concat_ws(' ', entity_ref, currency, cost), ' '
           ORDER BY entity_ref, currency)), rates.rates) AS fingerprint
         FROM sums LEFT JOIN rates ON rates.day = sums.day GROUP BY sums.day, rates.rates
       ) AS d LEFT JOIN published_days p ON p.day = d.day
       WHERE p.fingerprint IS DISTINCT FROM d.fingerprint
       ORDER BY d.day DESC`,
      { last },
    );
    return rows;
  }

  /** What each entity cost on a day. One with a part that has no rate is left out: the rest would look like all of it. */
  async #costs(
    day: string,
    rates: ExchangeRates,
    missing: MissingRates,
  ): Promise<Map<string, DayCost>> {
    const { client, currency } = this.#options;
    const costs = new Map<string, DayCost>();
    const incomplete = new Set<string>();
    for (const found of await readDayCosts(client, day)) {
      const inOwn = (amount: string) =>
        rates.convert(amount, { from: found.currency, to: currency, day });
      const [cost, charged, untagged] = [
        inOwn(found.cost),
        inOwn(found.charged),
        inOwn(found.untagged),
      ];
      if (
        cost === undefined ||
        charged === undefined ||
        untagged === undefined
      ) {
        missing.add(found.currency);
        incomplete.add(found.entityRef);
      } else {
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
    incomplete.forEach(entityRef => costs.delete(entityRef));
    return costs;
  }

  async #valuesOf(
    day: string,
    costs: ReadonlyMap<string, DayCost>,
    options: { signal?: AbortSignal },
  ): Promise<PublishedValue[]> {
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
}

function add(known: string | undefined, amount: string): string {
  return new Exact(known ?? 0).plus(amount).toFixed();
}
