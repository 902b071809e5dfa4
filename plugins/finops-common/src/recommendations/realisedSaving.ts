import { Decimal } from 'decimal.js';
import type { RealisedSaving } from './Recommendation';

const Exact = Decimal.clone({ precision: 60 });

/**
 * Fewer days after a change say little.
 *
 * @public
 */
export const realisedNeed = 7;

/**
 * What a change saves a month: cost a day before it against cost a day after it. Nothing where too few days have passed.
 *
 * @param options - Exact decimals of as many days each.
 * @public
 */
export function realisedSaving(options: {
  before: string;
  beforeDays: number;
  after: string;
  afterDays: number;
}): RealisedSaving | undefined {
  const { beforeDays, afterDays } = options;
  if (beforeDays < realisedNeed || afterDays < realisedNeed) {
    return undefined;
  }
  const before = new Exact(options.before).div(beforeDays);
  const after = new Exact(options.after).div(afterDays);
  return {
    before: before.toFixed(6),
    after: after.toFixed(6),
    monthly: before.minus(after).times(365).div(12).toFixed(2),
    days: Math.min(beforeDays, afterDays),
  };
}
