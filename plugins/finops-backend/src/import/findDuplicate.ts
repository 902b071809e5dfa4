import type { CostImportResult } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { importColumns, toCostImport, type ImportRow } from './importRows';

/** The answer to the same file of the same source, where it was taken before and is still in force. */
export async function findDuplicate(
  transaction: Knex.Transaction,
  key: { sourceId: number; contentHash: string; months: readonly string[] },
): Promise<CostImportResult | undefined> {
  const row: ImportRow | undefined = await transaction('cost_imports')
    .join('cost_sources', 'cost_sources.id', 'source_id')
    .where({ source_id: key.sourceId, content_hash: key.contentHash })
    .whereRaw('months = ?::date[]', [arrayOf(key.months)])
    .whereNull('superseded_by')
    .first(importColumns(transaction));
  if (!row) {
    return undefined;
  }
  const { importId, lines, adjustments, rejected, verdict, source, ...rest } =
    toCostImport(row);
  return {
    importId,
    lines,
    adjustments,
    rejected,
    verdict,
    duplicate: true,
    source,
    months: rest.months,
    ...(rest.change && { change: rest.change }),
  };
}

/** Dates as the literal of an array; they hold nothing that would have to be escaped. */
export function arrayOf(dates: readonly string[]): string {
  return `{${[...dates].sort().join(',')}}`;
}
