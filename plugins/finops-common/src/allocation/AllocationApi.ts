import type { AllocationRules } from './AllocationRules';

/**
 * Rules in force.
 *
 * @public
 */
export type AllocationRulesVersion = {
  /** 0 where nobody has written rules: annotations and names alone decide. */
  version: number;
  contentHash: string;
  rules: AllocationRules;
  /** Where they are kept: `portal`, or the place that the configuration names. */
  origin: string;
  author: string;
  createdAt: string;
  /** Whether they are changed in the portal; otherwise where `origin` says. */
  editable: boolean;
};

/**
 * What other rules would do to a month.
 *
 * @public
 */
export type AllocationDryRun = {
  /** `YYYY-MM`. */
  month: string;
  metric: 'BilledCost' | 'EffectiveCost';
  /** Items whose owner, environment or share is another, and how many there are. */
  changedItems: number;
  items: number;
  /** One for each currency; what is before is also after. */
  totals: Array<{ currency: string; before: string; after: string }>;
  /** The largest first. Of what belongs to no entity, `entityRef` is empty and `bucket` says why. */
  effects: AllocationEffect[];
  /** The same by owner; empty where nobody owns it. */
  owners: Array<{
    owner: string;
    currency: string;
    before: string;
    after: string;
  }>;
};

/** @public */
export type AllocationEffect = {
  entityRef: string;
  bucket: string;
  currency: string;
  owner?: string;
  before: string;
  after: string;
};

/**
 * How much of the cost has an owner.
 *
 * @public
 */
export type AllocationCoverage = {
  from: string;
  to: string;
  currencies: Array<{
    currency: string;
    total: string;
    allocated: string;
    /** `'98.20'`; absent where nothing was spent. */
    percentage?: string;
    buckets: Array<{ bucket: string; total: string }>;
  }>;
  /** When months got their shares, and by which version. */
  months: Array<{ month: string; version: number; allocatedAt: string }>;
};
