import { roundToCents, toBillionths, writeCents } from './amounts';
import type { EnvironmentChoice } from './EnvironmentChoice';
import type { Amount, PriceList, PriceRate } from './PriceList';

/**
 * What one environment costs a month. Without `monthly` the list has no price for it.
 *
 * @public
 */
export type CostLine = Pick<EnvironmentChoice, 'ref' | 'name' | 'size'> & {
  monthly?: Amount;
};

/**
 * What the chosen environments cost a month.
 *
 * @public
 */
export type CostEstimate = Pick<PriceList, 'currency' | 'date' | 'source'> & {
  lines: CostLine[];
  /** The sum of the lines. Absent where one of them has no price: a part is no total. */
  total?: Amount;
};

/**
 * Estimates what environments cost a month: instances x (virtual CPUs x their price + GiB x their price) + the fixed price of each.
 * Exact; each line is rounded to hundredths, half up.
 *
 * @public
 */
export function estimateMonthlyCost(
  choices: readonly EnvironmentChoice[],
  prices: PriceList,
): CostEstimate {
  const { currency, date, source } = prices;
  const priced = choices.map(choice => ({
    choice,
    cents: centsOf(choice, prices),
  }));
  const total = priced.reduce<bigint | undefined>(
    (sum, { cents }) =>
      sum === undefined || cents === undefined ? undefined : sum + cents,
    0n,
  );
  return {
    currency,
    date,
    source,
    lines: priced.map(({ choice: { ref, name, size }, cents }) => ({
      ref,
      name,
      size,
      ...(cents !== undefined && { monthly: writeCents(cents) }),
    })),
    ...(total !== undefined && { total: writeCents(total) }),
  };
}

function centsOf(
  choice: EnvironmentChoice,
  prices: PriceList,
): bigint | undefined {
  const rate = prices.rates.find(one => fits(one, choice));
  const size = prices.sizes[choice.size];
  if (!rate || !size) {
    return undefined;
  }
  const instance =
    toBillionths(size.vcpu) * toBillionths(rate.vcpuMonth) +
    toBillionths(size.memoryGib) * toBillionths(rate.memoryGibMonth);
  const fixed = toBillionths(rate.fixedMonth) * 10n ** 9n;
  return roundToCents(BigInt(size.instances) * instance + fixed);
}

function fits(rate: PriceRate, choice: EnvironmentChoice): boolean {
  return (
    (rate.environment === undefined ||
      rate.environment.toLowerCase() === choice.name.toLowerCase()) &&
    (rate.production === undefined || rate.production === choice.production)
  );
}
