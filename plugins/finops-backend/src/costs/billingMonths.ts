/**
 * Leaves the billing months to a query whose charges are of a period, as SQL: an invoice may have charges of any day, and what was
 * billed in other months need not be looked at. It is asked within the query, so that an import in between can't take anything away.
 *
 * @param table - the name or alias of a table with partitions
 * @param from - the bindings that hold the period `[from, to)`
 */
export function billingMonthsOf(
  table: string,
  from: string,
  to: string,
): string {
  const bound = (end: 'min' | 'max') =>
    `(SELECT ${end}(billing_month) FROM monthly_totals
      WHERE charge_month >= date_trunc('month', :${from}::date)::date AND charge_month < :${to}::date)`;
  return `${table}.billing_month >= ${bound(
    'min',
  )} AND ${table}.billing_month <= ${bound('max')}`;
}
