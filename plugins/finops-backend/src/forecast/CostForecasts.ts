import { createHash } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  forecastCosts,
  type CostForecast,
  type CostMetric,
  type CostSlice,
  type SeriesForecaster,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import type { CostReader } from '../costs/CostReader';
import { addDays, dayOf } from '../steering/days';

/** Somewhat more than the days that a forecast learns from. */
const daysBack = 430;
/** Of the maths: what an older one made is made anew. */
const version = 1;

/** What {@link CostForecasts} works with. */
export type CostForecastsOptions = {
  client: Knex;
  costs: Pick<CostReader, 'daily'>;
  forecaster: SeriesForecaster;
  now?: () => number;
};

type SeriesAnswer = Omit<
  CostForecast,
  'slice' | 'metric' | 'currency' | 'unconverted'
>;

/** Expects costs, and remembers what was expected of the same days. */
export class CostForecasts {
  readonly #options: CostForecastsOptions;
  readonly #running = new Map<string, Promise<SeriesAnswer>>();

  private constructor(options: CostForecastsOptions) {
    this.#options = options;
  }

  static create(options: CostForecastsOptions): CostForecasts {
    return new CostForecasts(options);
  }

  async forecast(
    credentials: BackstageCredentials,
    question: { slice: CostSlice; metric: CostMetric },
  ): Promise<CostForecast> {
    const { costs, now = Date.now } = this.#options;
    const { slice, metric } = question;
    // Today is not over, and would look cheap.
    const to = dayOf(now());
    const { currency, days, unconverted } = await costs.daily(credentials, {
      from: addDays(to, -daysBack),
      to,
      metric,
      filter: slice,
    });
    const known = withCost(days);
    return {
      slice,
      metric,
      currency,
      ...(await this.#remember(known)),
      // Not remembered: the same series may leave out other amounts.
      ...(unconverted && { unconverted }),
    };
  }

  /** Removes what nobody asked for lately: each day of new costs makes other series. */
  async clean(): Promise<void> {
    await this.#options.client.raw(
      `DELETE FROM forecasts WHERE computed_at < now() - interval '7 days'`,
    );
  }

  async #remember(
    days: Array<{ day: string; total: string }>,
  ): Promise<SeriesAnswer> {
    const hash = createHash('sha256')
      .update(JSON.stringify([version, days]))
      .digest('hex');
    const running = this.#running.get(hash);
    if (running) {
      return running;
    }
    const answer = this.#find(hash, days).finally(() =>
      this.#running.delete(hash),
    );
    this.#running.set(hash, answer);
    return answer;
  }

  async #find(
    hash: string,
    days: Array<{ day: string; total: string }>,
  ): Promise<SeriesAnswer> {
    const { client, forecaster } = this.#options;
    const { rows } = await client.raw(
      'SELECT forecast FROM forecasts WHERE series_hash = ?',
      [hash],
    );
    if (rows.length > 0) {
      return rows[0].forecast;
    }
    const forecast = await forecastCosts({ days, forecaster });
    await client.raw(
      `INSERT INTO forecasts (series_hash, forecast) VALUES (?, ?) ON CONFLICT (series_hash) DO NOTHING`,
      [hash, JSON.stringify(forecast)],
    );
    return forecast;
  }
}

/**
 * The days from the first to the last that cost anything, oldest first: days before there was a source, and those whose costs are
 * still to come, are not cheap but unknown.
 */
function withCost(
  days: ReadonlyArray<{ day: string; total: string }>,
): Array<{ day: string; total: string }> {
  const sorted = days
    .map(({ day, total }) => ({ day, total }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const isCost = ({ total }: { total: string }) => Number(total) !== 0;
  return sorted.slice(
    Math.max(0, sorted.findIndex(isCost)),
    sorted.findLastIndex(isCost) + 1,
  );
}
