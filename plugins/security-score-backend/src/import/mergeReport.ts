import type {
  ReportOutcome,
  ReportReceipt,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { restateFindings } from '../findings/restateFindings';
import { noteUnreadWords } from '../words/noteUnreadWords';
import { applyStatements, keepStatements } from './applyStatements';
import type {
  DatabaseReportImporterOptions,
  StagedReport,
} from './DatabaseReportImporter';
import { identifyStaged } from './identifyStaged';
import { keepReport } from './keepReport';
import { kindsOfReport } from './kindsOfReport';
import { lockFindings, lockService, noteScan, readScan } from './lockScan';
import { matchFindings } from './matchFindings';
import type { IncomingReport } from './ReportImporter';
import { writeFindings } from './writeFindings';

/** What is merged. */
export type MergeOptions = StagedReport &
  Pick<
    DatabaseReportImporterOptions,
    'inventoryWriter' | 'practiceWriter' | 'priorityTeller' | 'slaDays'
  > & {
    report: IncomingReport;
    reportId: string;
    at: Date;
  };

type Scan = { serviceId: number; tool: string; scope: string };

/** The clock of a scanner may be this far ahead. */
const mostAhead = 24 * 60 * 60 * 1000;

/** Merges the staged report with what is known of its service, and keeps what became of it. */
export async function mergeReport(
  transaction: Knex.Transaction,
  options: MergeOptions,
): Promise<{ receipt: ReportReceipt; serviceId: number }> {
  const { report, reportId, at, summary, counts } = options;
  const { head, format } = summary;
  const notes = [...summary.notes];
  const serviceId = await lockService(transaction, report.entityRef);
  const tool = head.tool ?? format;
  const scope = report.scope ?? head.scope ?? '';
  const scan = { serviceId, tool, scope };
  const scannedAt = readScannedAt(head.scannedAt, at, notes);
  const outcome = await outcomeOf(transaction, options, {
    scan,
    scannedAt,
    notes,
  });
  await identifyStaged(transaction, tool);
  const listed = await countListed(transaction);
  const isTaken = outcome === 'complete' || outcome === 'partial';
  const changed = isTaken
    ? await take(transaction, options, { scan, scannedAt, outcome, listed })
    : { opened: 0, closed: 0, reopened: 0, components: 0 };
  const receipt: ReportReceipt = {
    reportId,
    tool,
    format,
    scope,
    outcome,
    findings: listed.findings,
    opened: changed.opened,
    closed: changed.closed,
    reopened: changed.reopened,
    suppressed: listed.suppressed,
    rejected: counts.rejections,
    components: changed.components,
    notes,
  };
  await keepReport(transaction, {
    receipt,
    report,
    summary,
    serviceId,
    scannedAt,
    at,
  });
  return { receipt, serviceId };
}

/** Lets the report change what is known. */
async function take(
  transaction: Knex.Transaction,
  options: MergeOptions,
  taken: {
    scan: Scan;
    scannedAt?: Date;
    outcome: ReportOutcome;
    listed: Listed;
  },
) {
  const { inventoryWriter, practiceWriter, practices, slaDays } = options;
  const { priorityTeller } = options;
  const { reportId, report, at, summary } = options;
  const { scan, scannedAt, outcome, listed } = taken;
  const { serviceId, tool, scope } = scan;
  const { head } = summary;
  const scanId = await noteScan(transaction, {
    ...scan,
    kinds: kindsOfReport(summary, {
      kinds: listed.kinds,
      practices: practices.length > 0,
    }),
    reportId,
    at,
    scannedAt,
  });
  await lockFindings(transaction, serviceId);
  await matchFindings(transaction, { serviceId, scanId, scope });
  const statements = await hasStatements(transaction);
  if (statements) {
    await keepStatements(transaction, { serviceId, reportId, at });
  }
  const changed = await writeFindings(transaction, {
    serviceId,
    scanId,
    reportId,
    tool,
    at,
    slaDays,
    priorityTeller,
    closes: outcome === 'complete' && (head.tellsFindings ?? true),
  });
  if (statements) {
    const ofService = `SELECT id FROM findings WHERE service_id = ${serviceId} AND vulnerability_id IN (
      SELECT vulnerability_id FROM staged_statements JOIN vulnerability_aliases USING (alias))`;
    await applyStatements(transaction, { serviceId, findings: ofService });
    await restateFindings(transaction, {
      where: transaction.raw(`id IN (${ofService})`),
      cause: { kind: 'vex', by: tool, at },
      slaDays,
    });
  }
  if (practices.length > 0) {
    await practiceWriter?.write(transaction, {
      serviceId,
      tool,
      reportId,
      at: scannedAt ?? at,
      practices,
    });
  }
  const components =
    head.isInventory && inventoryWriter
      ? await inventoryWriter.replace(transaction, {
          ...scan,
          reportId,
          at,
          demo: report.demo,
        })
      : 0;
  if (changed.words) {
    await noteUnreadWords(
      transaction,
      transaction.raw('SELECT ?::integer AS id', [serviceId]),
    );
  }
  // That a service was scanned counts, even where nothing else changed.
  await transaction('score_queue')
    .insert({ service_id: serviceId })
    .onConflict('service_id')
    .ignore();
  return { ...changed, components };
}

async function outcomeOf(
  transaction: Knex.Transaction,
  { summary }: MergeOptions,
  options: { scan: Scan; scannedAt?: Date; notes: string[] },
): Promise<ReportOutcome> {
  const { scan, scannedAt, notes } = options;
  const told = summary.head.outcome;
  if (told?.outcome === 'failed') {
    notes.push(`The scan failed, so that nothing was changed: ${told.reason}`);
    return 'failed';
  }
  const known = await readScan(transaction, scan);
  if (scannedAt && known?.scannedAt && scannedAt < known.scannedAt) {
    notes.push(
      `A scan of ${known.scannedAt.toISOString()} is there already, and this one is of ${scannedAt.toISOString()}: it is kept, and changes nothing`,
    );
    return 'superseded';
  }
  if (told?.outcome === 'partial') {
    notes.push(
      `The scan did not see everything, so that nothing was closed: ${told.reason}`,
    );
    return 'partial';
  }
  return 'complete';
}

function readScannedAt(
  text: string | undefined,
  now: Date,
  notes: string[],
): Date | undefined {
  const time = text === undefined ? NaN : Date.parse(text);
  if (Number.isNaN(time)) {
    return undefined;
  }
  if (time > now.getTime() + mostAhead) {
    // Taken at its word it would keep every report away until then.
    notes.push(
      `The report says that the scan was at ${text}, which is in the future: it counts as a scan of now`,
    );
    return undefined;
  }
  return new Date(time);
}

type Listed = { findings: number; suppressed: number; kinds: string[] };

/** Entries as the report lists them: several may be one finding. */
async function countListed(transaction: Knex.Transaction): Promise<Listed> {
  const { rows } = await transaction.raw<{ rows: Listed[] }>(
    `SELECT count(*)::integer AS findings, count(*) FILTER (WHERE suppressed)::integer AS suppressed,
            coalesce(array_agg(DISTINCT kind), '{}') AS kinds
     FROM staged_findings WHERE NOT gone`,
  );
  return rows[0];
}

async function hasStatements(transaction: Knex.Transaction): Promise<boolean> {
  const { rows } = await transaction.raw<{ rows: unknown[] }>(
    'SELECT FROM staged_statements LIMIT 1',
  );
  return rows.length > 0;
}
