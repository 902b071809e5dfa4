import type {
  PerformanceTier,
  TierEditionYear,
  TierMetricId,
} from '@portal/plugin-dora-common';

/** A tier that a service has. */
export type SeenTier = {
  entityRef: string;
  metric: TierMetricId;
  tier: PerformanceTier;
};

/** A change of which the owners have not been told. */
export type TierChange = {
  entityRef: string;
  metric: TierMetricId;
  edition: TierEditionYear;
  from: PerformanceTier;
  to: PerformanceTier;
  /** The first day with the new tier, as `2026-01-31`. */
  since: string;
};

/** Remembers the tiers that owners know of. */
export interface ToldTierStore {
  /**
   * Takes note of the tiers of a day: of every service with any known deployment, and every metric that has a tier. A service
   * or an edition that is seen for the first time is taken as known.
   *
   * @param options - `services` are the services with any known deployment; others are forgotten.
   * @returns False when a later day was seen already, and nothing was noted.
   */
  see(options: {
    day: string;
    edition: TierEditionYear;
    services: readonly string[];
    tiers: readonly SeenTier[];
  }): Promise<boolean>;

  /** Changes that have held for so many days at a day. */
  listDue(options: { day: string; holdDays: number }): Promise<TierChange[]>;

  /**
   * Tells of a change, unless somebody else does or it is not so any more. It is told when `tell` ends well, and due again
   * when it fails.
   */
  tellOnce(change: TierChange, tell: () => Promise<void>): Promise<void>;
}
