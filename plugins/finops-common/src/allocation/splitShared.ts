import { isAmount } from '@portal/amounts';
import type { AllocationShare, SharedSplit } from './AllocationRules';
import { createTextTest, fold } from './patterns';

const decimals = 18;
const one = 10n ** BigInt(decimals);

/**
 * What an entity costs directly in the month, or another weight of it. Decimals as text.
 *
 * @public
 */
export type AllocationWeight = {
  entityRef: string;
  environment: string;
  provider: string;
  amount: string;
};

/**
 * Splits a shared cost. Bounds are rounded once each, so that the shares lie side by side and cover `[0, 1)`; who weighs nothing or
 * less has no share. Where nobody weighs anything, the whole belongs to the bucket `shared`.
 *
 * @param options - `direct`: direct costs of the month; `metric`: what the metric adds to in the month, by entity reference
 * @public
 */
export function splitShared(
  split: SharedSplit,
  options: {
    direct: readonly AllocationWeight[];
    metric?: ReadonlyMap<string, string>;
    has: (entityRef: string) => boolean;
  },
): AllocationShare[] {
  return sharesOfWeights(weightsOf(split, options));
}

function weightsOf(
  split: SharedSplit,
  { direct, metric, has }: Parameters<typeof splitShared>[1],
): Map<string, bigint> {
  const weights = new Map<string, bigint>();
  const add = (entityRef: string, weight: bigint) =>
    weights.set(entityRef, (weights.get(entityRef) ?? 0n) + weight);
  const isAmong = split.among && createTextTest(split.among);
  if (split.by === 'fixed') {
    for (const [entityRef, percentage] of Object.entries(
      split.percentages ?? {},
    )) {
      const ref = fold(entityRef);
      // What is gone leaves its part to nobody, and not to the others.
      add(has(ref) ? ref : '', scale(percentage));
    }
    return weights;
  }
  if (split.by === 'metric') {
    for (const [entityRef, amount] of metric ?? []) {
      if (!isAmong || isAmong(entityRef)) {
        add(entityRef, scale(amount));
      }
    }
    return weights;
  }
  const ofProvider = split.ofProvider && createTextTest(split.ofProvider);
  const ofEnvironment =
    split.ofEnvironment && createTextTest(split.ofEnvironment);
  for (const { entityRef, environment, provider, amount } of direct) {
    if (
      (!isAmong || isAmong(entityRef)) &&
      (!ofProvider || ofProvider(provider)) &&
      (!ofEnvironment || ofEnvironment(environment))
    ) {
      add(entityRef, scale(amount));
    }
  }
  if (split.by === 'even') {
    for (const ref of (split.among ?? []).map(fold)) {
      // Named ones take part whether or not they cost anything directly.
      if (!ref.includes('*') && has(ref)) {
        weights.set(ref, 1n);
      }
    }
    for (const ref of weights.keys()) {
      weights.set(ref, 1n);
    }
  }
  return weights;
}

function sharesOfWeights(
  weights: ReadonlyMap<string, bigint>,
): AllocationShare[] {
  const positive = [...weights]
    .filter(([, weight]) => weight > 0n)
    .sort(([first], [second]) => (first < second ? -1 : 1));
  const total = positive.reduce((sum, [, weight]) => sum + weight, 0n);
  const shares: AllocationShare[] = [];
  let sum = 0n;
  let from = 0n;
  for (const [entityRef, weight] of positive) {
    sum += weight;
    const to = (sum * one * 2n + total) / (total * 2n);
    if (to > from) {
      shares.push({
        entityRef,
        bucket: entityRef ? '' : 'shared',
        from: write(from),
        to: write(to),
      });
      from = to;
    }
  }
  return shares.length > 0
    ? shares
    : [{ entityRef: '', bucket: 'shared', from: '0', to: '1' }];
}

function scale(amount: string): bigint {
  if (!isAmount(amount)) {
    return 0n;
  }
  const [whole, fraction = ''] = amount.replace('-', '').split('.');
  const value = BigInt(
    whole + fraction.padEnd(decimals, '0').slice(0, decimals),
  );
  return amount.startsWith('-') ? -value : value;
}

function write(bound: bigint): string {
  const text = bound.toString().padStart(decimals + 1, '0');
  const fraction = text.slice(-decimals).replace(/0+$/, '');
  return `${text.slice(0, -decimals)}${fraction && `.${fraction}`}`;
}
