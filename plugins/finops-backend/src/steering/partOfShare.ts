/**
 * SQL: the part of an amount of a line that a share of its item has. Parts that lie side by side add to the whole, digit by digit.
 *
 * @param column - of the table `line`; the share is `share`
 */
export function partOfShare(column: string): string {
  return `CASE WHEN share.share_from = 0 AND share.share_to = 1 THEN line.${column}
    ELSE round(line.${column} * share.share_to, 18) - round(line.${column} * share.share_from, 18) END`;
}
