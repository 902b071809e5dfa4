import {
  dayOfInstant,
  startOfDay,
  type MetricDefinition,
} from '@portal/plugin-metrics-common';
import type { MetricsConfig } from '../config';

const hour = 3_600_000;

/** Decides how old a report may be. */
export class Freshness {
  readonly #staleAfter: MetricsConfig['staleAfter'];
  readonly #now: () => number;

  private constructor(options: FreshnessOptions) {
    this.#staleAfter = options.staleAfter;
    this.#now = options.now ?? Date.now;
  }

  static create(options: FreshnessOptions): Freshness {
    return new Freshness(options);
  }

  /** The day in UTC that it is. */
  today(): number {
    return dayOfInstant(this.#now());
  }

  /** The first day whose report is fresh now. */
  freshFromNow(definition: MetricDefinition): number {
    return this.#freshFrom(definition, this.#now());
  }

  /** The first day whose report was fresh at the end of a day, or is now if that has not come. */
  freshFromThen(definition: MetricDefinition, day: number): number {
    const end = startOfDay(day + 1);
    return this.#freshFrom(definition, Math.min(end, this.#now()));
  }

  #freshFrom(definition: MetricDefinition, instant: number): number {
    const { standard, byMetric } = this.#staleAfter;
    const { id, staleAfterHours } = definition;
    const ofDefinition =
      staleAfterHours === undefined ? standard : staleAfterHours * hour;
    const staleAfter = byMetric.get(id) ?? ofDefinition;
    // A report counts from the end of its day.
    return Math.ceil((instant - staleAfter) / startOfDay(1)) - 1;
  }
}

/** What {@link Freshness} needs. */
export type FreshnessOptions = {
  staleAfter: MetricsConfig['staleAfter'];
  now?: () => number;
};
