import type {
  ConformanceVerdict,
  CostChange,
  CostImportResult,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { packedItemColumns } from '../parse/packedItem';
import { packedLineColumns } from '../parse/packedLine';
import type { ParseSummary } from '../parse/ParseOptions';
import type { CostFile } from './CostImporter';
import { arrayOf } from './findDuplicate';
import type { Replaced } from './replaceMonths';

/** What {@link mergeStaged} goes by. */
export type MergeOptions = {
  file: CostFile;
  sourceId: number;
  summary: ParseSummary;
  replaced: Replaced;
  /** Months of which the source may have lines already, although nothing was declared. */
  overlapping: readonly string[];
};

/** Makes lines of what is staged, and an import that says where they are from. */
export async function mergeStaged(
  transaction: Knex.Transaction,
  options: MergeOptions,
): Promise<CostImportResult> {
  const { file, sourceId, summary, replaced } = options;
  const declared = arrayOf(file.months);
  const verdict = await withOverlap(transaction, options);
  const [{ id: importId }]: Array<{ id: number }> = await transaction(
    'cost_imports',
  )
    .insert({
      source_id: sourceId,
      content_hash: summary.contentHash,
      months: declared,
      format: summary.format,
      file_name: file.fileName,
      bytes: summary.bytes,
      lines: 0,
      adjustments: 0,
      rejected: 0,
      verdict: JSON.stringify(verdict),
      imported_by: file.importedBy,
    })
    .returning('id');
  const columns = packedItemColumns.join(', ');
  // Most are known from the month before. In the order of the keys, as every other import: none waits for one that waits for it.
  await transaction.raw(
    `INSERT INTO cost_items (${columns}) SELECT ${columns} FROM staged_items
     WHERE NOT EXISTS (SELECT FROM cost_items AS known WHERE known.id = staged_items.id)
     ORDER BY id ON CONFLICT (id) DO NOTHING`,
  );
  const isAdjustment =
    file.months.length > 0
      ? 'billing_month <> ALL(:declared::date[])'
      : 'false';
  const lines = packedLineColumns.join(', ');
  await transaction.raw(
    `INSERT INTO cost_lines (import_id, adjustment, charge_day, ${lines})
     SELECT :importId, ${isAdjustment}, (charge_start AT TIME ZONE 'UTC')::date, ${lines} FROM staged_lines ORDER BY billing_month, line_number`,
    { importId, declared },
  );
  await transaction.raw(
    `INSERT INTO cost_rejections (import_id, line_number, column_name, reason, row_text)
     SELECT ?, line_number, column_name, reason, row_text FROM staged_rejections`,
    [importId],
  );
  await supersede(transaction, replaced.importIds, importId);
  const change = await changeOf(transaction, importId, replaced);
  const { rows } = await transaction.raw<{ rows: Counts[] }>(
    `UPDATE cost_imports SET
       lines = (SELECT count(*) FROM staged_lines),
       adjustments = (SELECT count(*) FROM staged_lines WHERE ${isAdjustment}),
       rejected = (SELECT count(*) FROM staged_rejections),
       change = :change
     WHERE id = :importId RETURNING lines, adjustments, rejected`,
    {
      importId,
      declared,
      change: change.length > 0 ? JSON.stringify(change) : null,
    },
  );
  return {
    importId,
    ...rows[0],
    verdict,
    duplicate: false,
    source: file.source,
    months: file.months.map(month => month.slice(0, 7)).sort(),
    ...(change.length > 0 && { change }),
  };
}

type Counts = Pick<CostImportResult, 'lines' | 'adjustments' | 'rejected'>;

async function supersede(
  transaction: Knex.Transaction,
  importIds: readonly number[],
  by: number,
): Promise<void> {
  if (importIds.length > 0) {
    await transaction('cost_imports')
      .whereIn('id', importIds)
      .update({ superseded_by: by });
  }
}

/** Two files of one month that both declare nothing may hold the same lines twice: the reader has to know. */
async function withOverlap(
  transaction: Knex.Transaction,
  { summary, sourceId, overlapping, file }: MergeOptions,
): Promise<ConformanceVerdict> {
  const { verdict } = summary;
  if (overlapping.length === 0) {
    return verdict;
  }
  const { rows } = await transaction.raw<{ rows: Array<{ month: string }> }>(
    `SELECT to_char(month, 'YYYY-MM') AS month FROM unnest(?::date[]) AS month
     WHERE EXISTS (
       SELECT 1 FROM cost_lines JOIN cost_imports ON cost_imports.id = import_id
       WHERE cost_lines.billing_month = month AND source_id = ?
     ) ORDER BY 1`,
    [arrayOf(overlapping), sourceId],
  );
  if (rows.length === 0) {
    return verdict;
  }
  const months = rows.map(({ month }) => month).join(', ');
  return {
    ...verdict,
    notes: [
      ...verdict.notes,
      `The source "${file.source}" had lines of ${months} before, and this file was added to them. Where it replaces them, send it again with period=${rows[0].month}`,
    ],
  };
}

async function changeOf(
  transaction: Knex.Transaction,
  importId: number,
  replaced: Replaced,
): Promise<CostChange[]> {
  if (replaced.importIds.length === 0 && replaced.months.length === 0) {
    return [];
  }
  const { rows } = await transaction.raw<{ rows: AfterRow[] }>(
    `SELECT to_char(billing_month, 'YYYY-MM') AS month, currency, count(*)::integer AS lines, sum(billed_cost)::text AS billed_cost
     FROM cost_lines WHERE import_id = :importId
       AND (NOT adjustment OR to_char(billing_month, 'YYYY-MM') = ANY(:months)) GROUP BY 1, 2`,
    { importId, months: replaced.months.map(({ month }) => month) },
  );
  const nothing = { lines: 0, billedCost: '0' };
  const changes = new Map<string, CostChange>();
  for (const { month, currency, before } of replaced.months) {
    changes.set(`${month} ${currency}`, {
      month,
      currency,
      before,
      after: nothing,
    });
  }
  for (const { month, currency, lines, billed_cost: billedCost } of rows) {
    const key = `${month} ${currency}`;
    changes.set(key, {
      month,
      currency,
      before: changes.get(key)?.before ?? nothing,
      after: { lines, billedCost },
    });
  }
  return [...changes.values()].sort((a, b) =>
    `${a.month} ${a.currency}` < `${b.month} ${b.currency}` ? -1 : 1,
  );
}

type AfterRow = {
  month: string;
  currency: string;
  lines: number;
  billed_cost: string;
};
