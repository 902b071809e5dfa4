import {
  doraMetricDefinitions,
  doraMetricIds,
  windowMetrics,
  type WindowFacts,
} from '@portal/plugin-dora-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { BackgroundPace } from '@portal/background-work';
import type { PublishedValue } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Knex } from 'knex';
import type { OverviewStore } from '../database/OverviewStore';
import { dayBefore, windowLengths } from '../derive/namedWindows';
import { partsOfDay } from './partsOfDay';
import { markPublished, readUnpublishedDay } from './unpublishedDays';

/** What {@link MetricPublisher} works with. */
export type MetricPublisherOptions = {
  client: Knex;
  logger: LoggerService;
  store: OverviewStore;
  metrics: Pick<MetricStoreService, 'publish' | 'register'>;
  /** How the days make way for who asks, and for what is imported, which changes them once more. */
  pace: BackgroundPace;
};

/** The sums of all environments together have no dimension. */
const allEnvironments = '';

/**
 * Tells the metric store the delivery figures: the parts of each day that changed, and the windows as the portal's own pages
 * show them. A day is marked after it was told, where it is still the same: a crash, or a change meanwhile, tells it again.
 */
export class MetricPublisher {
  readonly #options: MetricPublisherOptions;

  private constructor(options: MetricPublisherOptions) {
    this.#options = options;
  }

  static create(options: MetricPublisherOptions): MetricPublisher {
    return new MetricPublisher(options);
  }

  /** The windows, then all days that changed. */
  async publish(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { metrics, pace } = this.#options;
    const publishNextDay = async () => this.#publishNextDay(options);
    await metrics.register(doraMetricDefinitions, options);
    await this.#publishWindows(options);
    // The newest first.
    while (
      !options.signal?.aborted &&
      (await pace.step(publishNextDay, options))
    );
  }

  async #publishNextDay(options: { signal?: AbortSignal }): Promise<boolean> {
    const { client, logger, metrics } = this.#options;
    const taken = await readUnpublishedDay(client);
    if (!taken) {
      return false;
    }
    const { day, rows } = taken;
    try {
      await metrics.publish({ day, values: partsOfDay(rows) }, options);
    } catch (error) {
      if (!(error instanceof ResponseError && error.statusCode === 400)) {
        throw error;
      }
      // It keeps so many days and no older ones. A history may be longer.
      logger.debug(`The metric store does not take ${day}: ${error.message}`);
    }
    await markPublished(client, taken);
    return true;
  }

  async #publishWindows(options: { signal?: AbortSignal }): Promise<void> {
    const { metrics, pace, store } = this.#options;
    const endsOn = await store.newestEnd();
    if (endsOn === undefined) {
      return;
    }
    const day = dayBefore(endsOn);
    const named = await store.listEnvironments();
    for (const environment of [allEnvironments, ...named]) {
      const values = new Map<string, PublishedValue>();
      for (const days of windowLengths) {
        const facts = await store.listWindows({
          window: { endsOn, days },
          environment,
          members: 'everybody',
        });
        for (const each of facts) {
          addWindow(values, { facts: each, days, environment });
        }
      }
      await pace.step(
        async () =>
          metrics.publish({ day, values: [...values.values()] }, options),
        options,
      );
    }
  }
}

function addWindow(
  values: Map<string, PublishedValue>,
  window: {
    facts: WindowFacts;
    days: (typeof windowLengths)[number];
    environment: string;
  },
): void {
  const { facts, days, environment } = window;
  const { entityRef } = facts;
  const figures = windowMetrics(facts, days);
  for (const metricId of doraMetricIds) {
    const key = `${metricId} ${entityRef}`;
    const known = values.get(key);
    values.set(key, {
      metricId,
      entityRef,
      dimension: environment || undefined,
      windows: { ...known?.windows, [days]: figures[metricId] },
    });
  }
}
