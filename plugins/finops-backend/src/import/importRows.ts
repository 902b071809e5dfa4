import type {
  ConformanceVerdict,
  CostChange,
  CostImport,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';

/** An import as the database has it. */
export type ImportRow = {
  id: number;
  source: string;
  demo: boolean;
  months: string[];
  format: string;
  file_name: string | null;
  bytes: string;
  lines: number;
  adjustments: number;
  rejected: number;
  verdict: ConformanceVerdict;
  change: CostChange[] | null;
  imported_by: string;
  imported_at: Date;
  superseded_by: number | null;
};

/** The columns of {@link ImportRow}, of `cost_imports` joined with `cost_sources`. */
export function importColumns(client: Knex): Array<string | Knex.Raw> {
  return [
    'cost_imports.id',
    'cost_sources.name as source',
    'cost_sources.demo',
    // The driver would make times of dates, in the time zone of the machine.
    client.raw(
      `array(SELECT to_char(month, 'YYYY-MM') FROM unnest(months) AS month ORDER BY 1) AS months`,
    ),
    'format',
    'file_name',
    'bytes',
    'lines',
    'adjustments',
    'rejected',
    'verdict',
    'change',
    'imported_by',
    'imported_at',
    'superseded_by',
  ];
}

export function toCostImport(row: ImportRow): CostImport {
  return {
    importId: row.id,
    source: row.source,
    demo: row.demo,
    months: row.months,
    format: row.format,
    fileName: row.file_name ?? undefined,
    bytes: Number(row.bytes),
    lines: row.lines,
    adjustments: row.adjustments,
    rejected: row.rejected,
    verdict: row.verdict,
    change: row.change ?? undefined,
    importedBy: row.imported_by,
    importedAt: row.imported_at.toISOString(),
    supersededBy: row.superseded_by ?? undefined,
  };
}
