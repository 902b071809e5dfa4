import type { EnvironmentSize } from './EnvironmentChoice';

/**
 * A number that is not below 0, as text: `'12.50'`. At most 12 digits before and 9 after the point.
 *
 * @public
 */
export type Amount = string;

/**
 * What a size means.
 *
 * @public
 */
export type SizeMeaning = {
  /** Virtual CPUs of one instance. */
  vcpu: Amount;
  /** GiB of memory of one instance. */
  memoryGib: Amount;
  instances: number;
};

/**
 * What a month costs, where it applies.
 *
 * @public
 */
export type PriceRate = {
  /** Only in the environment of this name. */
  environment?: string;
  /** Only where environments are production, or only where they are not. */
  production?: boolean;
  /** Of one virtual CPU. */
  vcpuMonth: Amount;
  /** Of one GiB of memory. */
  memoryGibMonth: Amount;
  /** Of the environment, whatever its size. */
  fixedMonth: Amount;
};

/**
 * Prices as data. The first rate that fits an environment counts.
 *
 * @public
 */
export type PriceList = {
  /** Code of ISO 4217. */
  currency: string;
  /** Of the list, `YYYY-MM-DD`. */
  date: string;
  /** Where the prices come from, in words. */
  source: string;
  sizes: Record<EnvironmentSize, SizeMeaning>;
  rates: PriceRate[];
};
