import type { Knex } from 'knex';
import type { Days } from './periodParts';

/** The first and the last billing month, `YYYY-MM-01`, both included. */
export type BillingMonths = { billedFrom: string; billedTo: string };

/**
 * Which billing months have charges of a period: an invoice may have charges of any day. Asked before a query and not within it, so
 * that the planner knows which partitions are left, and what they hold: what is asked of a month then costs the same whatever the
 * history.
 */
export async function readBillingMonths(
  client: Knex,
  { from, to }: Days,
): Promise<BillingMonths> {
  const month = `${from.slice(0, 7)}-01`;
  const { rows } = await client.raw<{ rows: BillingMonths[] }>(
    `SELECT to_char(coalesce(min(billing_month), :month::date), 'YYYY-MM-DD') AS "billedFrom",
            to_char(coalesce(max(billing_month), :month::date), 'YYYY-MM-DD') AS "billedTo"
     FROM monthly_totals WHERE charge_month >= :month AND charge_month < :to`,
    { month, to },
  );
  return rows[0];
}

/**
 * Leaves the billing months to a query that {@link readBillingMonths} found, as SQL; they are bound under their names.
 *
 * @param table - the name or alias of a table with partitions
 */
export function ofBillingMonths(table: string): string {
  return `${table}.billing_month BETWEEN :billedFrom AND :billedTo`;
}
