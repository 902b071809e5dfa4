import type { CostMetric } from '../focus/FocusLine';
import type { CostDimension } from './CostDimension';

/**
 * An exact amount of money as text, such as `'1234.56'`.
 *
 * @public
 */
export type MoneyAmount = string;

/**
 * A total in a currency from which there is no exchange rate, so that it is in no other figure.
 *
 * @public
 */
export type UnconvertedAmount = { currency: string; total: MoneyAmount };

/**
 * The key of what belongs to no entity, where costs are grouped by one.
 *
 * @public
 */
export const unallocatedKey = 'unallocated';

/**
 * Why a cost belongs to no entity: `untagged` has no tag to go by, `unmatched` has tags that no rule and no entity answers,
 * `idle` was paid for and not used, `shared` has nobody to be split to.
 *
 * @public
 */
export const costBuckets = ['untagged', 'unmatched', 'idle', 'shared'] as const;

/** @public */
export type CostBucket = (typeof costBuckets)[number];

/**
 * Which costs. Days are those of the start of a charge, in UTC, `[from, to)`.
 *
 * @public
 */
export type CostFilter = {
  /** A component, group, system or domain, or `everything`. Default: all that the reader may see. */
  scope?: string;
  /** Name of an environment of the catalog. */
  environment?: string;
  /** FOCUS ProviderName. */
  provider?: string;
  /** FOCUS ServiceCategory. */
  serviceCategory?: string;
  /** FOCUS ServiceName. With it, lines are read; it can't be grouped by owner, system or domain. */
  serviceName?: string;
};

/** @public */
export type CostsRequest = CostFilter & {
  /** `YYYY-MM-DD`, included. */
  from: string;
  /** `YYYY-MM-DD`, excluded. */
  to: string;
  /** Default: BilledCost. */
  metric?: CostMetric;
  groupBy?: CostDimension;
  /** Adds the same by days or months. */
  interval?: 'day' | 'month';
  /** Adds the totals of the time before, or of the same days a year before. */
  compare?: 'before' | 'year';
  /** How many groups, the dearest. Default: all, as long as an answer does not get too large. */
  limit?: number;
};

/** @public */
export type CostGroup = {
  /** The value of what is grouped by: an entity reference, a name. Empty where lines have none. */
  key: string;
  total: MoneyAmount;
  /** Of the time that is compared with. */
  previous?: MoneyAmount;
};

/** @public */
export type CostPoint = {
  from: string;
  to: string;
  /** False where the asked days cut it short or it is not over. */
  complete: boolean;
  total: MoneyAmount;
  /** By the key of a group; a group without cost in it is left out. */
  groups: Record<string, MoneyAmount>;
};

/**
 * Answer of `GET /v1/costs`.
 *
 * @public
 */
export type CostsAnswer = {
  from: string;
  to: string;
  metric: CostMetric;
  groupBy?: CostDimension;
  /** ISO 4217: that of the lines where they have one in common, else that of the configuration. */
  currency: string;
  /** Of all, what belongs to no entity included. */
  total: MoneyAmount;
  /** The part of the total that belongs to no entity. */
  unallocated: MoneyAmount;
  /** How many lines it rests on. */
  lines: number;
  /** The dearest first; their totals add to the total. */
  groups: CostGroup[];
  /** The groups beyond the limit that was asked for, together. Points of the series leave them out. */
  others?: { groups: number; total: MoneyAmount };
  series?: CostPoint[];
  previous?: {
    from: string;
    to: string;
    total: MoneyAmount;
    /** False where it begins before the first cost that is known. */
    complete: boolean;
    /** What has no exchange rate; it is in none of the earlier totals. */
    unconverted?: UnconvertedAmount[];
  };
  /** What has no exchange rate; it is in no total. */
  unconverted?: UnconvertedAmount[];
  /** Whether the reader sees all, or what the own groups own. */
  visible: 'all' | 'own';
  /** Whether any of it was made up by the demo generator. */
  demo: boolean;
};
