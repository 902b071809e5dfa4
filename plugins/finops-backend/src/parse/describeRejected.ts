import { isAbsent } from './isAbsent';

/**
 * Says why a row is not taken, and what to do.
 *
 * @param found - what the cell has; undefined where the file has no such column
 * @param months - those that were declared
 */
export function describeRejected(
  column: 'BilledCost' | 'BillingPeriodStart',
  found: string | undefined,
  months: Iterable<string>,
): string {
  return `${reasonOf(
    column,
    found,
    months,
  )}. Mend the row and send the file again`;
}

function reasonOf(
  column: 'BilledCost' | 'BillingPeriodStart',
  found: string | undefined,
  months: Iterable<string>,
): string {
  if (found === undefined) {
    return `The file has no BillingPeriodStart, and ChargePeriodStart is in none of the declared months ${[
      ...months,
    ].join(', ')}`;
  }
  const is = isAbsent(found)
    ? 'is empty'
    : `is ${JSON.stringify(found.slice(0, 100))}`;
  return column === 'BilledCost'
    ? `BilledCost ${is}, and a decimal number smaller than 1e21 was expected, such as -12.50: without separators of thousands and without a currency sign`
    : `BillingPeriodStart ${is}, and a date was expected, such as 2024-09-01T00:00:00Z`;
}
