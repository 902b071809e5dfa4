/** @public */
export const recommendationStates = [
  'open',
  'accepted',
  'dismissed',
  'resolved',
] as const;

/**
 * - `open`: to be decided.
 * - `accepted`: somebody will do it; the saving is measured afterwards.
 * - `dismissed`: with a reason; it stays so as long as it is there, and opens again when it went away and comes back.
 * - `resolved`: no longer found.
 *
 * @public
 */
export type RecommendationState = (typeof recommendationStates)[number];

/** @public */
export type SavingEffort = 'low' | 'medium' | 'high';

/**
 * A rule that finds savings, as data that is shown beside what it finds.
 *
 * @public
 */
export type SavingRule = {
  /** Stable name, such as `unattached-volume`. */
  id: string;
  title: string;
  /** What it looks at and how the saving is calculated. */
  description: string;
  effort: SavingEffort;
  /** Whether what it finds is an amount of money, or is there to be mended, such as a missing tag. */
  kind: 'saving' | 'hygiene';
};

/**
 * What was saved since somebody accepted it: the cost of the resource before against afterwards.
 *
 * @public
 */
export type RealisedSaving = {
  /** Mean cost a day before and after, exact decimals. */
  before: string;
  after: string;
  /** (before - after) x 365 / 12: a month. Negative where it costs more. */
  monthly: string;
  /** Days measured on each side. */
  days: number;
};

/** @public */
export type Recommendation = {
  id: string;
  ruleId: string;
  ruleTitle: string;
  kind: 'saving' | 'hygiene';
  /** One sentence about this one. */
  summary: string;
  entityRef: string;
  environment: string;
  owner?: string;
  resourceId: string;
  resourceName: string;
  providerName: string;
  serviceName: string;
  currency: string;
  /** Exact decimal a month of 365/12 days. For `hygiene` the monthly cost that it is about. */
  monthlySaving: string;
  effort: SavingEffort;
  state: RecommendationState;
  reason?: string;
  changedBy?: string;
  changedAt?: string;
  firstSeen: string;
  lastSeen: string;
  realised?: RealisedSaving;
};

/** `GET /v1/recommendations?scope&state&rule` @public */
export type RecommendationsAnswer = {
  rules: SavingRule[];
  /** The greatest saving first. */
  items: Recommendation[];
  /** Sums of what is open, and of what was realised, a currency. */
  totals: Array<{ currency: string; open: string; realised: string }>;
};

/** `POST /v1/recommendations/{id}/state` @public */
export type RecommendationStateInput =
  | { state: 'open' }
  | { state: 'accepted'; reason?: string }
  | { state: 'dismissed'; reason: string };
