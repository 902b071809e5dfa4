import {
  severityRank,
  type Severity,
} from '@portal/plugin-security-score-common';
import type {
  MetricValue,
  PublishedValue,
} from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Knex } from 'knex';
import {
  countedSeverities,
  openFindingsId,
  scoreMetricDefinitions,
} from './scoreMetricDefinitions';

/** What {@link ScorePublisher} works with. */
export type ScorePublisherOptions = {
  client: Knex;
  metricStore: Pick<MetricStoreService, 'publish' | 'register'>;
  now?: () => number;
};

type Standing = {
  ref: string;
  score: number | null;
  coverage: number;
  open: number[] | null;
  overdue: number | null;
};

/** Tells the metric store where scores stand today, and where they stood on the days that it was not told of yet. */
export class ScorePublisher {
  readonly #options: ScorePublisherOptions;

  private constructor(options: ScorePublisherOptions) {
    this.#options = options;
  }

  static create(options: ScorePublisherOptions): ScorePublisher {
    return new ScorePublisher(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { client, metricStore, now = Date.now } = this.#options;
    await metricStore.register(scoreMetricDefinitions, options);
    const today = new Date(now()).toISOString().slice(0, 10);
    for (const day of await this.#daysBefore(today)) {
      if (options.signal?.aborted) {
        return;
      }
      await this.#publish(day, await this.#past(day), options);
      await client('published_days').insert({ day }).onConflict('day').ignore();
    }
    await this.#publish(today, await this.#present(), options);
  }

  async #publish(
    day: string,
    standings: Standing[],
    options: { signal?: AbortSignal },
  ): Promise<void> {
    const values = standings.flatMap(valuesOf);
    if (values.length > 0) {
      await this.#options.metricStore.publish({ day, values }, options);
    }
  }

  /** Days before this one that have scores and were not told, the newest first. The store takes no more than 400. */
  async #daysBefore(today: string): Promise<string[]> {
    const { rows } = await this.#options.client.raw(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day
       FROM (SELECT DISTINCT day FROM score_days WHERE day < :today::date AND day > :today::date - 400) AS days
       WHERE NOT EXISTS (SELECT FROM published_days WHERE published_days.day = days.day)
       ORDER BY 1 DESC`,
      { today },
    );
    return rows.map((row: { day: string }) => row.day);
  }

  /** Of a day that is over the score and the coverage are kept, and no numbers of findings. */
  async #past(day: string): Promise<Standing[]> {
    const { rows } = await this.#options.client.raw(
      `SELECT services.ref, score, coverage, NULL AS open, NULL AS overdue
       FROM score_days JOIN services ON services.id = score_days.service_id WHERE day = ?`,
      [day],
    );
    return rows;
  }

  async #present(): Promise<Standing[]> {
    const { rows } = await this.#options.client.raw(
      `SELECT services.ref, score, coverage, open, overdue
       FROM scores JOIN services ON services.id = scores.service_id
         JOIN catalog_services USING (service_id)`,
    );
    return rows;
  }
}

function valuesOf(standing: Standing): PublishedValue[] {
  const { ref: entityRef, score, coverage, open, overdue } = standing;
  const counts: Array<[string, number]> =
    open && overdue !== null
      ? [
          ...countedSeverities.map<[string, number]>((severity: Severity) => [
            openFindingsId(severity),
            open[severityRank(severity)],
          ]),
          ['overdueFindings', overdue],
        ]
      : [];
  return [
    { metricId: 'securityScore', entityRef, windows: windowsOf(score) },
    {
      metricId: 'securityCoverage',
      entityRef,
      parts: { numerator: coverage, denominator: 1, count: 1 },
    },
    ...counts.map(([metricId, sum]) => ({
      metricId,
      entityRef,
      parts: { sum, count: sum },
    })),
  ];
}

/** A score is that of its day, whatever the window. */
function windowsOf(score: number | null): PublishedValue['windows'] {
  const value: MetricValue =
    score === null
      ? {
          state: 'not-configured',
          unit: 'points',
          sampleSize: 0,
          cure: 'Send a report of a scanner',
        }
      : {
          state: 'ok',
          value: Math.round(score * 10) / 10,
          unit: 'points',
          sampleSize: 1,
        };
  return { 28: value, 90: value, 365: value };
}
