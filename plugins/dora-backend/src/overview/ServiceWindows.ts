import {
  doraMetricDefinitions,
  windowMetrics,
  windowTiers,
  type ComparedService,
  type DoraMetrics,
  type TierEditionYear,
  type WindowFacts,
} from '@portal/plugin-dora-common';

/** What is kept of a service for a window and the one that it is compared with. What follows from it is calculated once. */
export class ServiceWindows {
  readonly #days: number;
  readonly #compared = new Map<TierEditionYear, ComparedService>();

  private constructor(
    readonly now: WindowFacts,
    readonly before: WindowFacts | undefined,
    days: number,
  ) {
    this.#days = days;
  }

  /** @param options - `before` is missing where nothing was deployed until then. */
  static create(options: {
    now: WindowFacts;
    before?: WindowFacts;
    days: number;
  }): ServiceWindows {
    const { now, before, days } = options;
    return new ServiceWindows(now, before, days);
  }

  /** The figures of both windows, with their tiers by an edition. */
  compare(edition: TierEditionYear): ComparedService {
    const known = this.#compared.get(edition);
    if (known) {
      return known;
    }
    const metrics = windowMetrics(this.now, this.#days);
    const before = this.before
      ? windowMetrics(this.before, this.#days)
      : metricsBeforeFirst();
    const compared = {
      entityRef: this.now.entityRef,
      metrics,
      before,
      tiers: windowTiers(this.now, metrics, edition).metrics,
      tiersBefore: this.before
        ? windowTiers(this.before, before, edition).metrics
        : {},
    };
    this.#compared.set(edition, compared);
    return compared;
  }
}

/** Of a time before anything was deployed: no figure, not even 0. */
function metricsBeforeFirst(): DoraMetrics {
  return Object.fromEntries(
    doraMetricDefinitions.map(({ id, unit }) => [
      id,
      {
        state: 'insufficient-data',
        unit,
        sampleSize: 0,
        have: 0,
        need: 1,
        cure: 'Nothing of it was deployed until then.',
      },
    ]),
  ) as DoraMetrics;
}
