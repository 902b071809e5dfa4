import { anomalyWindow, scoreLastDay } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { addDays, daysBetween, dayOf } from '../steering/days';
import { metricColumns } from '../steering/metricColumns';
import type { AnomalySettings } from './AnomalySettings';
import type { AnomalyKey } from './AnomalyKey';
import type { AnomalyStore, FoundAnomaly } from './AnomalyStore';
import { readContributions } from './readContributions';
import { readSeries, type AnomalySeries } from './readSeries';

/** What {@link AnomalyDetector} works with. */
export type AnomalyDetectorOptions = {
  client: Knex;
  settings: AnomalySettings;
  store: AnomalyStore;
  now?: () => number;
};

/** Looks for anomalies in days that are new or changed. */
export class AnomalyDetector {
  readonly #options: AnomalyDetectorOptions;

  private constructor(options: AnomalyDetectorOptions) {
    this.#options = options;
  }

  static create(options: AnomalyDetectorOptions): AnomalyDetector {
    return new AnomalyDetector(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { settings, store, now = Date.now } = this.#options;
    const first = await store.firstDay();
    if (first === undefined) {
      return;
    }
    const due = await store.listDue({
      before: addDays(dayOf(now()), 1 - settings.settleDays),
      lookbackDays: settings.lookbackDays,
    });
    for (const { day, fingerprint } of due) {
      if (options.signal?.aborted) {
        return;
      }
      await store.note({
        day,
        fingerprint,
        found: await this.#look(day, first),
      });
    }
  }

  async #look(day: string, first: string): Promise<FoundAnomaly[]> {
    const { client, settings } = this.#options;
    const { metric, minImpact, minScore } = settings;
    const start = [addDays(day, 1 - anomalyWindow), first].sort()[1];
    const found: FoundAnomaly[] = [];
    for (const series of await readSeries(client, { day, metric, minImpact })) {
      const score = scoreLastDay({
        day,
        values: valuesOf(series, { start, day }),
        // Where nothing ever moves, the least impact that counts lies ten deviations off.
        leastScale: minImpact / 10,
      });
      if (
        score &&
        !isNew(series, { start, day }) &&
        Math.abs(score.actual - score.expected) >= minImpact &&
        Math.abs(score.score) >= minScore
      ) {
        found.push({
          ...series.key,
          actual: await this.#exactCost(day, series.key),
          expected: score.expected.toFixed(2),
          score: score.score,
          contributions: await readContributions(client, {
            day,
            metric,
            key: series.key,
          }),
        });
      }
    }
    return found;
  }

  async #exactCost(day: string, key: AnomalyKey): Promise<string> {
    const { client, settings } = this.#options;
    const ofAllocation =
      key.level === 'allocation'
        ? `AND entity_ref = :entityRef AND bucket = :bucket AND environment = :environment
           AND service_category = :serviceCategory`
        : '';
    const { rows } = await client.raw(
      `SELECT coalesce(sum(:column:), 0)::text AS cost FROM daily_costs
       WHERE charge_day = :day::date AND currency = :currency ${ofAllocation}`,
      { ...key, day, column: metricColumns[settings.metric] },
    );
    return rows[0].cost;
  }
}

/** A value a day from the start to the day. */
function valuesOf(
  { days, costs }: AnomalySeries,
  { start, day }: { start: string; day: string },
): number[] {
  const values = Array<number>(daysBetween(start, day) + 1).fill(0);
  days.forEach((each, index) => {
    values[daysBetween(start, each)] = costs[index];
  });
  return values;
}

/**
 * Whether it began some days ago: its first day was compared with nothing and told, and what is usual for it is not known yet.
 */
function isNew(
  { days }: AnomalySeries,
  { start, day }: { start: string; day: string },
): boolean {
  const [first] = [...days].sort();
  const age = daysBetween(first, day);
  return first > start && age > 0 && age < 21;
}
