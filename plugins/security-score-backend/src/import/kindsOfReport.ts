import type { ReportFormat } from '@portal/plugin-security-score-common';
import type { ReportSummary } from '../parse/ReportReading';

/** What a report of a format looks for, so that one without findings says something too. */
const usual: Partial<Record<ReportFormat, string>> = {
  sarif: 'code',
  'semgrep-json': 'code',
  'sonarqube-json': 'code',
  'scorecard-json': 'practice',
  'spdx-json': 'inventory',
};

/** What the scan of a report can say: kinds of findings, `inventory`, `practice`. */
export function kindsOfReport(
  { format, head }: Pick<ReportSummary, 'format' | 'head'>,
  found: { kinds: readonly string[]; practices: boolean },
): string[] {
  const kinds = new Set(found.kinds);
  const tellsFindings = head.tellsFindings ?? true;
  if (tellsFindings && kinds.size === 0) {
    const kind = usual[format] ?? 'vulnerability';
    kinds.add(kind);
  }
  if (head.isInventory) {
    kinds.add('inventory');
  }
  if (found.practices) {
    kinds.add('practice');
  }
  return [...kinds].sort();
}
