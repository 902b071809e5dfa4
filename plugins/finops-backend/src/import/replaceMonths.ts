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

type Restatement = { sourceId: number; months: readonly string[] };

type DeletedRow = {
  month: string;
  currency: string;
  import_id: number;
  lines: number;
  billed_cost: string;
};

/**
 * Other billing months that change when months are declared again: those in which the files that are replaced have adjustments.
 * They are locked before anything is.
 */
export async function monthsOfAdjustments(
  transaction: Knex.Transaction,
  { sourceId, months }: Restatement,
): Promise<string[]> {
  const replaced = await importsOf(transaction, { sourceId, months });
  if (replaced.length === 0) {
    return [];
  }
  const { rows } = await transaction.raw<{ rows: Array<{ month: string }> }>(
    `SELECT DISTINCT to_char(billing_month, 'YYYY-MM-DD') AS month FROM cost_lines WHERE adjustment AND import_id = ANY(?)`,
    [replaced],
  );
  return rows.map(({ month }) => month);
}

/**
 * Imports of a source that declared one of the months, or all of them. Asked for by themselves: a source that has none, as each has in a
 * new month, needs no look at the lines of all months.
 */
async function importsOf(
  transaction: Knex.Transaction,
  { sourceId, months }: { sourceId: number; months?: readonly string[] },
): Promise<number[]> {
  const query = transaction('cost_imports').where('source_id', sourceId);
  if (months) {
    query.whereRaw('months && ?::date[]', [arrayOf(months)]);
  }
  const rows: Array<{ id: number }> = await query.select('id');
  return rows.map(({ id }) => id);
}

/**
 * Takes away what a source said of billing months before. Adjustments belong to the file that brought them: they go with the last
 * of its declared months, since the file that replaces it brings its own.
 */
export async function replaceMonths(
  transaction: Knex.Transaction,
  restatement: Restatement,
): Promise<Replaced> {
  const { sourceId, months } = restatement;
  if (months.length === 0) {
    return { importIds: [], months: [] };
  }
  const declared = arrayOf(months);
  const lines = await deleteLines(
    transaction,
    'billing_month = ANY(:declared::date[]) AND NOT adjustment AND import_id = ANY(:importIds)',
    { declared, importIds: await importsOf(transaction, { sourceId }) },
  );
  const adjustments = await deleteLines(
    transaction,
    `adjustment AND import_id IN (
       SELECT id FROM cost_imports WHERE id = ANY(:importIds) AND NOT EXISTS (
         SELECT 1 FROM cost_lines AS rest WHERE rest.import_id = cost_imports.id AND NOT rest.adjustment))`,
    { importIds: await importsOf(transaction, restatement) },
  );
  const deleted = [...lines, ...adjustments];
  return {
    importIds: await importsToSupersede(transaction, restatement, deleted),
    months: await addUp(transaction, deleted),
  };
}

async function deleteLines(
  transaction: Knex.Transaction,
  where: string,
  bindings: Record<string, unknown> & { importIds: readonly number[] },
): Promise<DeletedRow[]> {
  if (bindings.importIds.length === 0) {
    return [];
  }
  const { rows } = await transaction.raw<{ rows: DeletedRow[] }>(
    `WITH gone AS (
       DELETE FROM cost_lines WHERE ${where}
       RETURNING billing_month, import_id, currency, billed_cost
     )
     SELECT to_char(billing_month, 'YYYY-MM') AS month, currency, import_id, count(*)::integer AS lines,
            sum(billed_cost)::text AS billed_cost
     FROM gone GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    bindings,
  );
  return rows;
}

/**
 * An import that declared one of the months is replaced as a whole: sent again, its file replaces in its turn. One that declared
 * nothing is replaced when none of its lines is left.
 */
async function importsToSupersede(
  transaction: Knex.Transaction,
  { sourceId, months }: Restatement,
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
