import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  metricWindows,
  type MetricValue,
  type MetricWindow,
  type PublishedValue,
} from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import {
  provisioningTimeDefinition,
  scaffolderPortalMetrics,
  templateAdoptionDefinition,
  templateSuccessRateDefinition,
} from '@portal/plugin-scaffolder-portal-common';
import type { RunStore, TemplateFigures } from '../database/RunStore';
import { medianValue, successValue } from '../services/figures';

const batchSize = 500;
const millisecondsADay = 86_400_000;

type Options = {
  auth: AuthService;
  catalog: Pick<CatalogService, 'queryEntities'>;
  metrics: Pick<MetricStoreService, 'publish' | 'register'>;
  store: RunStore;
};

/**
 * Tells the metric store how templates do, how long each component took, and which components were made from a template.
 */
export class TemplatePublisher {
  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  static create(options: Options): TemplatePublisher {
    return new TemplatePublisher(options);
  }

  async publish(signal?: AbortSignal): Promise<void> {
    const { metrics, store } = this.#options;
    if ((await store.readState()).completeAt === undefined) {
      // Not all runs are known yet, and too few would look like a fall.
      return;
    }
    const now = new Date();
    const today = now.toISOString().slice(0, 10);
    await metrics.register(scaffolderPortalMetrics, { signal });
    await this.#publishDays(signal);
    await this.#publishWindows(now, today, signal);
    await this.#publishAdoption(today, signal);
  }

  /** What changes while this runs stays marked, as only what was marked before is taken off. */
  async #publishDays(signal?: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const runs = await store.unpublished();
    for (const day of await store.unpublishedDays()) {
      const figures = await store.dayFigures(day);
      await this.#send(
        day,
        figures.map(({ templateRef, completed, failed }) => ({
          metricId: templateSuccessRateDefinition.id,
          entityRef: templateRef,
          parts: {
            numerator: completed,
            denominator: completed + failed,
            count: completed + failed,
          },
        })),
        signal,
      );
    }
    for (let start = 0; start < runs.length; start += batchSize) {
      await store.markPublished(runs.slice(start, start + batchSize));
    }
  }

  async #publishWindows(
    now: Date,
    today: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store } = this.#options;
    const byTemplate = new Map<
      string,
      Partial<Record<MetricWindow, TemplateFigures>>
    >();
    for (const window of metricWindows) {
      const from = new Date(now.getTime() - window * millisecondsADay);
      for (const figures of await store.figures(from, now)) {
        const windows = byTemplate.get(figures.templateRef) ?? {};
        byTemplate.set(figures.templateRef, { ...windows, [window]: figures });
      }
    }
    const ofWindows = (value: (window: MetricWindow) => MetricValue) =>
      Object.fromEntries(
        metricWindows.map(window => [window, value(window)]),
      ) as PublishedValue['windows'];
    const ofTemplates = [...byTemplate].flatMap(
      ([entityRef, windows]): PublishedValue[] => [
        {
          metricId: templateSuccessRateDefinition.id,
          entityRef,
          windows: ofWindows(window => successValue(windows[window])),
        },
        {
          metricId: provisioningTimeDefinition.id,
          entityRef,
          windows: ofWindows(window => medianValue(windows[window])),
        },
      ],
    );
    const longest = metricWindows[metricWindows.length - 1];
    const made = await store.made(
      new Date(now.getTime() - longest * millisecondsADay),
    );
    const ofComponents = made.map(
      ({ entityRef, endedAt, hours }): PublishedValue => ({
        metricId: provisioningTimeDefinition.id,
        entityRef,
        windows: ofWindows(window =>
          medianValue(
            now.getTime() - endedAt.getTime() < window * millisecondsADay
              ? { completed: 1, medianHours: hours }
              : undefined,
          ),
        ),
      }),
    );
    await this.#send(today, [...ofTemplates, ...ofComponents], signal);
  }

  async #publishAdoption(today: string, signal?: AbortSignal): Promise<void> {
    const { auth, catalog, store } = this.#options;
    let cursor: string | undefined;
    do {
      const fields = ['kind', 'metadata.name', 'metadata.namespace'];
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, fields, limit: batchSize }
          : { filter: { kind: 'Component' }, fields, limit: batchSize },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const refs = page.items.map(entity => stringifyEntityRef(entity));
      const made = await store.madeOf(refs);
      await this.#send(
        today,
        refs.map(entityRef => adoptionOf(entityRef, made.has(entityRef))),
        signal,
      );
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  async #send(
    day: string,
    values: PublishedValue[],
    signal?: AbortSignal,
  ): Promise<void> {
    for (let start = 0; start < values.length; start += batchSize) {
      signal?.throwIfAborted();
      await this.#options.metrics.publish(
        { day, values: values.slice(start, start + batchSize) },
        { signal },
      );
    }
  }
}

function adoptionOf(entityRef: string, isMade: boolean): PublishedValue {
  const numerator = isMade ? 1 : 0;
  // What holds at the end of a day holds for every window that ends with it.
  const value: MetricValue = {
    state: 'ok',
    value: numerator,
    unit: templateAdoptionDefinition.unit,
    sampleSize: 1,
  };
  return {
    metricId: templateAdoptionDefinition.id,
    entityRef,
    parts: { numerator, denominator: 1, count: 1 },
    windows: { 28: value, 90: value, 365: value },
  };
}
