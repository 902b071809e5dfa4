import {
  windowMetrics,
  windowTiers,
  type ComparedService,
  type TierEditionYear,
  type WindowFacts,
} from '@portal/plugin-dora-common';

/** What is kept of a service for a window and the one that it is compared with. What follows from it is calculated once. */
export class ServiceWindows {
  readonly #days: number;
  readonly #compared = new Map<TierEditionYear, ComparedService>();

  private constructor(
    readonly now: WindowFacts,
    readonly before: WindowFacts,
    days: number,
  ) {
    this.#days = days;
  }

  /** @param options - `before` is missing where nothing is kept of that time. */
  static create(options: {
    now: WindowFacts;
    before?: WindowFacts;
    days: number;
  }): ServiceWindows {
    const { now, before = nothingOf(now.entityRef), days } = options;
    return new ServiceWindows(now, before, days);
  }

  /** The figures of both windows, with their tiers by an edition. */
  compare(edition: TierEditionYear): ComparedService {
    const known = this.#compared.get(edition);
    if (known) {
      return known;
    }
    const metrics = windowMetrics(this.now, this.#days);
    const before = windowMetrics(this.before, this.#days);
    const compared = {
      entityRef: this.now.entityRef,
      metrics,
      before,
      tiers: windowTiers(this.now, metrics, edition).metrics,
      tiersBefore: windowTiers(this.before, before, edition).metrics,
    };
    this.#compared.set(edition, compared);
    return compared;
  }
}

function nothingOf(entityRef: string): WindowFacts {
  return {
    entityRef,
    deployments: 0,
    mainlineDeployments: 0,
    failed: 0,
    reworks: 0,
  };
}
