import type {
  CommitRecord,
  DeliveryRecord,
  Report,
} from '@portal/plugin-dora-common';

/**
 * The columns of the staging table, in the order of {@link encodeRecord}.
 */
export const stagingColumns = [
  'line',
  'type',
  'sha',
  'at_ms',
  'label',
  'number',
  'first_parent',
  'other_parents',
  'authored_ms',
  'author',
  'kind',
  'reverts',
  'pull_request',
  'report',
] as const;

const absent = '\\N';
const noCommit = `\t${absent}`.repeat(8);

/**
 * A record as a row of the staging table, in COPY's text format. Written without intermediate objects: this runs once
 * for each of millions of lines.
 */
export function encodeRecord(line: number, record: DeliveryRecord): string {
  const { type } = record;
  switch (type) {
    case 'commit':
      return `${line}\tcommit\t${bytes(record.sha)}\t${Date.parse(
        record.committedAt,
      )}\t${absent}\t${absent}${encodeCommit(record)}\n`;
    case 'release':
      return `${line}\t${type}\t${bytes(record.sha)}\t${Date.parse(
        record.releasedAt,
      )}\t${text(record.tag)}\t0${noCommit}\n`;
    case 'mainline':
      return `${line}\t${type}\t${bytes(record.sha)}\t${Date.parse(
        record.deployedAt,
      )}\t\t${record.position}${noCommit}\n`;
    default:
      return `${line}\t${type}\t${bytes(record.head ?? '')}\t${absent}\t${text(
        record.repository,
      )}\t${record.tags ?? -1}${noCommit}\n`;
  }
}

/** What a tool reported, as a row of the staging table: the natural id is its label. */
export function encodeReport(line: number, report: Report): string {
  const json = JSON.stringify(report);
  return `${line}\treport\t${absent}\t${absent}\t${text(
    report.id,
  )}\t${absent}${`\t${absent}`.repeat(4)}\t${
    report.kind
  }\t${absent}\t${absent}\t${text(json)}\n`;
}

function encodeCommit(record: CommitRecord): string {
  const { parents } = record;
  const first = parents.length > 0 ? bytes(parents[0]) : absent;
  const others =
    parents.length > 1 ? `{${parents.slice(1).join(',')}}` : absent;
  const reverts = record.reverts ?? absent;
  const pullRequest = record.pullRequest ?? absent;
  return `\t${first}\t${others}\t${Date.parse(record.authoredAt)}\t${text(
    record.author,
  )}\t${text(record.kind)}\t${reverts}\t${pullRequest}\t${absent}`;
}

/** Backslash and x begin a bytea; COPY wants the backslash doubled. */
function bytes(hex: string): string {
  return `\\\\x${hex}`;
}

/** The parser let no control character through, so that the backslash is all there is to escape. */
function text(value: string | undefined): string {
  return value?.replaceAll('\\', '\\\\') ?? absent;
}
