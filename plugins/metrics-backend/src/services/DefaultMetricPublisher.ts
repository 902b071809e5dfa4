import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  dayName,
  dayOfInstant,
  type MetricDefinition,
  type PublishRequest,
  type PublishResult,
} from '@portal/plugin-metrics-common';
import type { MetricStore } from './MetricStore';
import type { PublisherAccess } from './PublisherAccess';
import { parseDay } from './parse';
import { toStagedRows } from './toStagedRows';

/** Checks what is published, and by whom, and stores it. */
export class DefaultMetricPublisher {
  readonly #access: PublisherAccess;
  readonly #store: MetricStore;
  readonly #retentionDays: number;

  private constructor(options: DefaultMetricPublisherOptions) {
    this.#access = options.access;
    this.#store = options.store;
    this.#retentionDays = options.retentionDays;
  }

  static create(
    options: DefaultMetricPublisherOptions,
  ): DefaultMetricPublisher {
    return new DefaultMetricPublisher(options);
  }

  /** @returns the metrics that are new or mean something else than before. */
  async register(
    credentials: BackstageCredentials,
    definitions: MetricDefinition[],
  ): Promise<string[]> {
    const publisher = this.#access.require(credentials);
    requireBands(definitions);
    return this.#store.register(publisher, definitions);
  }

  async publish(
    credentials: BackstageCredentials,
    request: PublishRequest,
  ): Promise<PublishResult> {
    const publisher = this.#access.require(credentials);
    const { values } = request;
    const day = dayName(this.#requireDay(request.day));
    const names = [...new Set(values.map(value => value.metricId))];
    return this.#store.publish(day, names, metrics =>
      toStagedRows({ publisher, values, metrics }),
    );
  }

  #requireDay(value: string): number {
    const day = parseDay('day', value);
    const today = dayOfInstant(Date.now());
    // East of Greenwich the next day begins before it does in UTC.
    if (day > today + 1) {
      throw new InputError(
        `day: ${value} has not begun; publish what is known at the end of a day`,
      );
    }
    if (day <= today - this.#retentionDays) {
      throw new InputError(
        `day: ${value} is older than the ${
          this.#retentionDays
        } days that are kept; see metrics.retention in the configuration`,
      );
    }
    return day;
  }
}

/** What {@link DefaultMetricPublisher} needs. */
export type DefaultMetricPublisherOptions = {
  access: PublisherAccess;
  store: MetricStore;
  /** How many days back values are kept. */
  retentionDays: number;
};

function requireBands(definitions: MetricDefinition[]): void {
  for (const { id, bands } of definitions) {
    for (const [index, { from, below }] of (bands ?? []).entries()) {
      if (from !== undefined && below !== undefined && from >= below) {
        throw new InputError(
          `${id}.bands[${index}]: from, ${from}, is not below ${below}; a band begins before it ends`,
        );
      }
    }
  }
}
