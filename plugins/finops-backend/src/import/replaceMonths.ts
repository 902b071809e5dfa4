import type { CostChange } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { arrayOf } from './findDuplicate';

/** What a restated month was, by currency. */
export type ReplacedMonth = Pick<CostChange, 'month' | 'currency' | 'before'>;

/** What {@link replaceMonths} took away. */
export type Replaced = {
  importIds: number[];
  months: ReplacedMonth[];
};

/**
 * Takes away what a source said of billing months before. Adjustments stay: they belong to the file that brought them, and
 * are of a month that this file did not declare.
 */
export async function replaceMonths(
  transaction: Knex.Transaction,
  options: { sourceId: number; months: readonly string[] },
): Promise<Replaced> {
  const { sourceId, months } = options;
  if (months.length === 0) {
    return { importIds: [], months: [] };
  }
  const { rows } = await transaction.raw<{ rows: DeletedRow[] }>(
    `WITH gone AS (
       DELETE FROM cost_lines
       WHERE billing_month = ANY(?::date[]) AND NOT adjustment
         AND import_id IN (SELECT id FROM cost_imports WHERE source_id = ?)
       RETURNING billing_month, import_id, currency, billed_cost
     )
     SELECT to_char(billing_month, 'YYYY-MM') AS month, currency, import_id, count(*)::integer AS lines,
            sum(billed_cost)::text AS billed_cost
     FROM gone GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [arrayOf(months), sourceId],
  );
  return {
    importIds: await importsToSupersede(transaction, options, rows),
    months: await addUp(transaction, rows),
  };
}

type DeletedRow = {
  month: string;
  currency: string;
  import_id: number;
  lines: number;
  billed_cost: string;
};

/**
 * An import that declared one of the months is replaced as a whole: sent again, its file replaces in its turn. One that declared
 * nothing is replaced when none of its lines is left.
 */
async function importsToSupersede(
  transaction: Knex.Transaction,
  { sourceId, months }: { sourceId: number; months: readonly string[] },
  deleted: readonly DeletedRow[],
): Promise<number[]> {
  const rows: Array<{ id: number }> = await transaction('cost_imports')
    .where('source_id', sourceId)
    .whereNull('superseded_by')
    .where(query =>
      query.whereRaw('months && ?::date[]', [arrayOf(months)]).orWhere(empty =>
        empty
          .whereIn(
            'id',
            deleted.map(row => row.import_id),
          )
          .whereRaw(
            'NOT EXISTS (SELECT 1 FROM cost_lines WHERE import_id = cost_imports.id)',
          ),
      ),
    )
    .select('id');
  return rows.map(({ id }) => id);
}

/** By month and currency, over the imports that they came with. Amounts are added where they are exact. */
async function addUp(
  transaction: Knex.Transaction,
  deleted: readonly DeletedRow[],
): Promise<ReplacedMonth[]> {
  const { rows } = await transaction.raw<{
    rows: Array<{
      month: string;
      currency: string;
      lines: number;
      billed_cost: string;
    }>;
  }>(
    `SELECT month, currency, sum(lines)::integer AS lines, sum(billed_cost)::text AS billed_cost
     FROM jsonb_to_recordset(?::jsonb) AS deleted (month text, currency text, lines integer, billed_cost numeric)
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [JSON.stringify(deleted)],
  );
  return rows.map(({ month, currency, lines, billed_cost: billedCost }) => ({
    month,
    currency,
    before: { lines, billedCost },
  }));
}
