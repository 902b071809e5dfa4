import {
  doraMetricDefinitions,
  doraMetricIds,
  windowMetrics,
  type WindowFacts,
} from '@portal/plugin-dora-common';
import type { PublishedValue } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Knex } from 'knex';
import type { OverviewStore } from '../database/OverviewStore';
import { dayBefore, windowLengths } from '../derive/namedWindows';
import { takeUnpublishedDay, type UnpublishedDay } from './takeUnpublishedDay';

/** What {@link MetricPublisher} works with. */
export type MetricPublisherOptions = {
  client: Knex;
  store: OverviewStore;
  metrics: Pick<MetricStoreService, 'publish' | 'register'>;
};

/** The sums of all environments together have no dimension. */
const allEnvironments = '';

/**
 * Tells the metric store the delivery figures: the parts of each day that changed, and the windows as the portal's own pages
 * show them. What was told is marked in the transaction that told it, so that a crash tells it again, which changes nothing.
 */
export class MetricPublisher {
  readonly #options: MetricPublisherOptions;

  private constructor(options: MetricPublisherOptions) {
    this.#options = options;
  }

  static create(options: MetricPublisherOptions): MetricPublisher {
    return new MetricPublisher(options);
  }

  async publish(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { metrics } = this.#options;
    await metrics.register(doraMetricDefinitions, options);
    while (!options.signal?.aborted && (await this.#publishNextDay(options))) {
      // One day a transaction.
    }
    await this.#publishWindows(options);
  }

  async #publishNextDay(options: { signal?: AbortSignal }): Promise<boolean> {
    const { client, metrics } = this.#options;
    return client.transaction(async transaction => {
      const taken = await takeUnpublishedDay(transaction);
      if (!taken) {
        return false;
      }
      const { day, rows } = taken;
      await metrics.publish({ day, values: rows.flatMap(partsOf) }, options);
      return true;
    });
  }

  async #publishWindows(options: { signal?: AbortSignal }): Promise<void> {
    const { metrics, store } = this.#options;
    const endsOn = await store.newestEnd();
    if (endsOn === undefined) {
      return;
    }
    const day = dayBefore(endsOn);
    const named = await store.listEnvironments('everybody');
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
      await metrics.publish({ day, values: [...values.values()] }, options);
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

function partsOf(row: UnpublishedDay): PublishedValue[] {
  const { entityRef, environment, deployments, failed, reworks } = row;
  const shared = { entityRef, dimension: environment || undefined };
  const ratio = (numerator: number) => ({
    numerator,
    denominator: deployments,
    count: deployments,
  });
  return [
    {
      ...shared,
      metricId: 'deploymentFrequency',
      parts: { sum: deployments, count: deployments },
    },
    { ...shared, metricId: 'changeFailRate', parts: ratio(failed) },
    { ...shared, metricId: 'deploymentReworkRate', parts: ratio(reworks) },
  ];
}
