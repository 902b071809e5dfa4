import type { CostFilter, MoneyAmount } from '../costs/CostsAnswer';

/**
 * What carbon can be grouped by.
 *
 * @public
 */
export const carbonDimensions = [
  'entity',
  'owner',
  'system',
  'domain',
  'environment',
  'provider',
  'serviceCategory',
  'bucket',
  'month',
  'day',
] as const;

/** @public */
export type CarbonDimension = (typeof carbonDimensions)[number];

/** @public */
export type CarbonRequest = Omit<CostFilter, 'serviceName'> & {
  /** `YYYY-MM-DD`, included. */
  from: string;
  /** `YYYY-MM-DD`, excluded. */
  to: string;
  groupBy?: CarbonDimension;
  /** Adds the same by days or months. */
  interval?: 'day' | 'month';
};

/**
 * An estimate, and how much of what was used it is about: `coveredCost` of `usageCost` have a factor. What has none is unknown, and
 * in no figure.
 *
 * @public
 */
export type CarbonEstimate = {
  /** kg of CO2 equivalents, an exact decimal. */
  kg: string;
  /** Effective cost of use that has a factor, in the currency of the answer. */
  coveredCost: MoneyAmount;
  /** Effective cost of all use. Fees, taxes and credits are none. */
  usageCost: MoneyAmount;
  /** Covered / usage, such as 0.83; absent where nothing was used. */
  coverage?: number;
};

/**
 * Answer of `GET /v1/carbon`.
 *
 * @public
 */
export type CarbonAnswer = CarbonEstimate & {
  from: string;
  to: string;
  groupBy?: CarbonDimension;
  /** `not-configured`: there are no factors. `insufficient-data`: no use in the period has one. */
  state: 'ok' | 'insufficient-data' | 'not-configured';
  unit: 'kgCO2e';
  /** ISO 4217: of the costs by which coverage goes. */
  currency: string;
  /** What has the most carbon first; they add to the whole. */
  groups: Array<CarbonEstimate & { key: string }>;
  /** Days or months without carbon are left out. */
  series?: Array<CarbonEstimate & { from: string }>;
  /** Where the factors in force are from. */
  sources: string[];
  /** True while months are still estimated by the factors that were in force before. */
  recalculating: boolean;
  /** Whether the reader sees all, or what the own groups own. */
  visible: 'all' | 'own';
};
