import { copyIn, copyRow } from '@portal/bulk-import';
import {
  packageKey,
  readPurl,
  severityRank,
  versionKey,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { ReportBatch } from '../parse/ReportReading';
import type { ParsedFinding, ParsedStatement } from '../parse/ReportSink';
import { arrayText, flag, numberText } from './copyTexts';
import { cvssOf } from './cvssOf';
import { aliasOfFinding, groupOfStatement } from './vulnerabilityGroups';

/** The columns of a finding, in the order in which they are staged, and their types. */
const columns = {
  ordinal: 'integer',
  kind: 'text',
  alias: 'text',
  name: 'text',
  title: 'text',
  description: 'text',
  package_type: 'text',
  package_name: 'text',
  package_key: 'text',
  package_version: 'text',
  purl: 'text',
  fix_versions: 'text[]',
  direct: 'boolean',
  path: 'text',
  line: 'integer',
  variant: 'text',
  severity: 'smallint',
  severity_source: 'text',
  cvss_score: 'real',
  cvss_vector: 'text',
  reachable: 'boolean',
  cwes: 'text[]',
  links: 'text[]',
  suppressed: 'boolean',
  gone: 'boolean',
};

/** Rejections that are kept; all are counted. */
const mostRejections = 10_000;

/** How much was staged. */
export type StagedCounts = { findings: number; rejections: number };

/** Makes the tables of an import. They are the transaction's own: what fails in the middle leaves nothing. */
export async function createStaging(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`
    -- A report is sorted and joined as a whole. With the usual few megabytes all of that goes through files.
    SET LOCAL work_mem = '64MB';
    CREATE TEMPORARY TABLE staged_findings (
      ${Object.entries(columns)
        .map(([column, type]) => `${column} ${type}`)
        .join(', ')}
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE staged_statements (
      ordinal integer, alias text, package_key text, package_version text, status text, reason text
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE staged_rejections (ordinal integer, position text, reason text) ON COMMIT DROP;
  `);
}

/**
 * Adds what was read of a report.
 *
 * @returns How much has been staged by now.
 */
export async function stageBatch(
  transaction: Knex.Transaction,
  batch: ReportBatch,
  counts: StagedCounts,
): Promise<StagedCounts> {
  const { findings, statements, rejections } = batch;
  if (findings.length > 0) {
    await copyIn(transaction, 'COPY staged_findings FROM STDIN', [
      findings
        .map((finding, index) => findingRow(finding, counts.findings + index))
        .join(''),
    ]);
  }
  if (statements.length > 0) {
    await copyIn(transaction, 'COPY staged_statements FROM STDIN', [
      statements.map(statementRows).join(''),
    ]);
  }
  const kept = rejections.slice(
    0,
    Math.max(0, mostRejections - counts.rejections),
  );
  if (kept.length > 0) {
    await copyIn(transaction, 'COPY staged_rejections FROM STDIN', [
      kept
        .map(({ position, reason }, index) =>
          copyRow([String(counts.rejections + index), position, reason]),
        )
        .join(''),
    ]);
  }
  return {
    findings: counts.findings + findings.length,
    rejections: counts.rejections + rejections.length,
  };
}

function findingRow(finding: ParsedFinding, ordinal: number): string {
  const isVulnerability = finding.kind === 'vulnerability';
  const cvss = cvssOf(finding);
  // A tool that says nothing, and a vector that does.
  const isFromCvss = finding.severity === 'unknown' && cvss !== undefined;
  const { package: of } = finding;
  return copyRow([
    String(ordinal),
    finding.kind,
    isVulnerability ? aliasOfFinding(finding) : undefined,
    finding.name,
    finding.title,
    // That of a vulnerability is kept once, with it, as are its weaknesses and links.
    isVulnerability ? undefined : finding.description,
    of?.type,
    of?.name,
    of && packageKey(of.name),
    of?.version,
    of?.purl,
    arrayText(of?.fixVersions),
    flag(of?.direct),
    finding.path,
    finding.line === undefined ? undefined : String(finding.line),
    variantOf(finding),
    String(severityRank(isFromCvss ? cvss.severity : finding.severity)),
    isFromCvss ? 'cvss' : finding.severitySource,
    numberText(cvss?.score ?? finding.cvssScore),
    cvss?.vector,
    flag(finding.reachable),
    isVulnerability ? '{}' : arrayText(finding.cwes),
    isVulnerability ? '{}' : arrayText(finding.links),
    flag(finding.suppressed !== undefined),
    flag(finding.gone ?? false),
  ]);
}

function variantOf(finding: ParsedFinding): string {
  if (finding.kind === 'vulnerability') {
    return versionKey(finding.package?.version ?? '');
  }
  return (
    finding.fingerprint ??
    (finding.line === undefined ? '' : String(finding.line))
  );
}

function statementRows(statement: ParsedStatement, index: number): string {
  const alias = groupOfStatement(statement).names[0];
  const reason = [statement.justification, statement.detail]
    .filter(Boolean)
    .join(': ');
  const packages = statement.packages ?? [''];
  return packages
    .map(text => {
      const purl = readPurl(text);
      return copyRow([
        String(index),
        alias,
        packageKey(purl?.name ?? text),
        versionKey(purl?.version ?? ''),
        statement.status,
        reason || undefined,
      ]);
    })
    .join('');
}
