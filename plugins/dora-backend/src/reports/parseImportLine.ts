import { InputError } from '@backstage/errors';
import {
  checkRecord,
  parseRecordLine,
  type ParsedRecordLine,
  type Report,
} from '@portal/plugin-dora-common';
import {
  readGenericDeployment,
  readGenericIncident,
} from '../sources/generic/genericReports';
import { PayloadReader } from '../sources/reports/PayloadReader';
import { readImportedPullRequest } from './readImportedPullRequest';

/** A record, a report, or why the line is neither. */
export type ParsedImportLine =
  | (ParsedRecordLine & { report?: undefined })
  | { report: Report; record?: undefined; reason?: undefined };

const readers = new Map<string, (place: PayloadReader) => Report>([
  ['deployment', readGenericDeployment],
  ['incident', readGenericIncident],
  ['pullRequest', readImportedPullRequest],
]);

/**
 * Reads a line of an import: those of `parseRecordLine`, and deployments, incidents and pull requests that tools knew.
 * Never throws.
 *
 * @param options - `entityRef` in lower case: whose the import is.
 */
export function parseImportLine(options: {
  line: string;
  now: number;
  entityRef: string;
}): ParsedImportLine {
  const { line, now, entityRef } = options;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return parseRecordLine({ line, now });
  }
  const type = typeof value === 'object' && value && 'type' in value;
  const read = type ? readers.get(String(Object(value).type)) : undefined;
  if (!read) {
    return checkRecord({ value, now, furtherTypes: [...readers.keys()] });
  }
  try {
    return {
      report: readReport({ value: Object(value), now, entityRef, read }),
    };
  } catch (error) {
    if (error instanceof InputError) {
      return { reason: error.message };
    }
    throw error;
  }
}

function readReport(options: {
  value: Record<string, unknown>;
  now: number;
  entityRef: string;
  read: (place: PayloadReader) => Report;
}): Report {
  const { entityRef, now, read } = options;
  const { source, ...fields } = options.value;
  const sender = readSource(source);
  const named = fields.entityRef ?? undefined;
  if (named !== undefined && String(named).toLowerCase() !== entityRef) {
    throw new InputError(
      `entityRef: found ${JSON.stringify(
        named,
      )}, expected nothing or ${entityRef}, which this import is of`,
    );
  }
  const place = PayloadReader.create({ value: { ...fields, entityRef }, now });
  const report = read(place);
  return {
    ...report,
    source: sender,
    id: report.id.replace(/^generic:/, `${sender}:`),
    subjects: [{ entityRef }],
  };
}

/** Whose ids they are: with the sender's name they are the same things as in its webhooks. */
function readSource(value: unknown): string {
  if (value === undefined || value === null) {
    return 'generic';
  }
  if (typeof value !== 'string' || !/^[a-z][a-z0-9-]{0,62}$/.test(value)) {
    throw new InputError(
      'source: expected the name of a sender, such as github: at most 63 lower case letters, digits and dashes',
    );
  }
  return value;
}
