/**
 * Finds the rate of a part's day, `rate`, as SQL: 1 for the reporting currency itself, the latest rate until that day for others,
 * none where there is none. The part has `currency` and `day`; `:convertTo` is bound.
 */
export const exchangeJoin = `
  LEFT JOIN LATERAL (
    SELECT rate FROM (
      SELECT 1::numeric AS rate, NULL::date AS day WHERE part.currency = :convertTo
      UNION ALL
      SELECT rate, day FROM exchange_rates WHERE currency = part.currency AND day <= part.day
    ) AS rates ORDER BY day DESC NULLS FIRST LIMIT 1
  ) AS exchange ON true`;

/** Amount and currency of a part, as SQL: converted, or as they are. */
export function exchanged(convert: boolean): {
  amount: string;
  currency: string;
  join: string;
} {
  return convert
    ? {
        amount: 'amount * coalesce(rate, 1)',
        currency: 'CASE WHEN rate IS NULL THEN currency ELSE :convertTo END',
        join: exchangeJoin,
      }
    : { amount: 'amount', currency: 'currency', join: '' };
}
