import { shareOf } from '../database/shareOf';

/**
 * SQL: the part of an amount of a line that a share of its item has.
 *
 * @param column - of the table `line`, joined with the shares of its item
 */
export function partOfShare(column: string): string {
  return shareOf(`line.${column}`);
}
