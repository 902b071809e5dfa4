/** @public */
export const anomalyStates = ['open', 'acknowledged', 'silenced'] as const;

/**
 * - `open`: nobody has said anything.
 * - `acknowledged`: somebody has seen it; it stays so when it is detected again.
 * - `silenced`: with a reason, until a day; the same slice of cost raises nothing until then.
 *
 * @public
 */
export type AnomalyState = (typeof anomalyStates)[number];

/**
 * What an anomaly was caused by: an item, and what it cost on the day against its usual cost.
 *
 * @public
 */
export type AnomalyContribution = {
  itemId: string;
  providerName: string;
  serviceName: string;
  resourceId: string;
  resourceName: string;
  subAccountId: string;
  chargeDescription: string;
  actual: string;
  expected: string;
  /** Actual less expected. */
  difference: string;
  /** Lines of the day. */
  lines: number;
};

/** @public */
export type CostAnomaly = {
  id: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** `total`: all cost; `allocation`: one entity (or bucket), environment and service category. */
  level: 'total' | 'allocation';
  /** Empty for `total`, and for cost without an entity. */
  entityRef: string;
  /** Why there is no entity: `untagged`, `unmatched`, `idle`, `shared`; else empty. */
  bucket: string;
  environment: string;
  serviceCategory: string;
  currency: string;
  actual: string;
  expected: string;
  /** Actual less expected: what it cost more, or less. */
  impact: string;
  /** Robust deviations from what is usual for the weekday; negative where it cost less. */
  score: number;
  state: AnomalyState;
  reason?: string;
  /** `YYYY-MM-DD`, excluded. */
  silencedUntil?: string;
  changedBy?: string;
  changedAt?: string;
  detectedAt: string;
  /** Who was told. */
  owner?: string;
  contributions: AnomalyContribution[];
};

/** `GET /v1/anomalies?from&to&scope&state&cursor&limit` @public */
export type AnomaliesAnswer = { items: CostAnomaly[]; nextCursor?: string };

/** `POST /v1/anomalies/{id}/state` @public */
export type AnomalyStateInput =
  | { state: 'open' }
  | { state: 'acknowledged'; reason?: string }
  | { state: 'silenced'; reason: string; until: string };
