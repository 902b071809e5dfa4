/**
 * The part of an amount that a share has, as SQL. The same formula as `splitAmount` of finops-common: parts that lie side by side
 * add to the whole, digit by digit, since each bound is rounded once for both of its sides.
 *
 * @param column - an amount of a line; the share's bounds are `share_from` and `share_to`
 */
export function shareOf(column: string): string {
  return `(CASE WHEN share_to = 1 THEN ${column} ELSE round(${column} * share_to, 18) END
    - CASE WHEN share_from = 0 THEN 0 ELSE round(${column} * share_from, 18) END)`;
}
