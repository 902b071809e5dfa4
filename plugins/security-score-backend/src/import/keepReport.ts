import type { ReportReceipt } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { ReportSummary } from '../parse/ReportReading';
import type { IncomingReport } from './ReportImporter';

/** Keeps that a report came, what became of it, and what of it could not be taken. */
export async function keepReport(
  transaction: Knex.Transaction,
  options: {
    receipt: ReportReceipt;
    report: IncomingReport;
    summary: ReportSummary;
    serviceId: number;
    scannedAt?: Date;
    at: Date;
  },
): Promise<void> {
  const { receipt, report, summary, serviceId, scannedAt, at } = options;
  await transaction('reports').insert({
    id: receipt.reportId,
    service_id: serviceId,
    tool: receipt.tool,
    tool_version: summary.head.toolVersion ?? null,
    format: receipt.format,
    scope: receipt.scope,
    version: report.version ?? null,
    outcome: receipt.outcome,
    content_hash: summary.contentHash,
    bytes: summary.bytes,
    scanned_at: scannedAt ?? null,
    received_at: at,
    findings: receipt.findings,
    opened: receipt.opened,
    closed: receipt.closed,
    reopened: receipt.reopened,
    suppressed: receipt.suppressed,
    rejected: receipt.rejected,
    components: receipt.components,
    notes: JSON.stringify(receipt.notes),
    demo: report.demo,
    sent_by: report.sentBy,
  });
  await transaction.raw(
    `INSERT INTO report_rejections (report_id, ordinal, position, reason)
     SELECT ?, ordinal, position, reason FROM staged_rejections`,
    [receipt.reportId],
  );
}
