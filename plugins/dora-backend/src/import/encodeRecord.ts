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
  'entity',
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

/** Where a record stands in an import, and the number of the component that it is of. */
export type LineSource = { line: number; entity: number };

const absent = '\\N';
const noCommit = `\t${absent}`.repeat(8);

/**
 * A record as a row of the staging table, in COPY's text format. Written without intermediate objects: this runs once
 * for each of millions of lines.
 */
export function encodeRecord(
  source: LineSource,
  record: DeliveryRecord,
): string {
  const { type } = record;
  const begin = `${source.line}\t${source.entity}\t`;
  switch (type) {
    case 'commit':
      return `${begin}commit\t${bytes(record.sha)}\t${Date.parse(
        record.committedAt,
      )}\t${absent}\t${absent}${encodeCommit(record)}\n`;
    case 'release':
      return `${begin}${type}\t${bytes(record.sha)}\t${Date.parse(
        record.releasedAt,
      )}\t${text(record.tag)}\t0${noCommit}\n`;
    case 'mainline':
      return `${begin}${type}\t${bytes(record.sha)}\t${Date.parse(
        record.deployedAt,
      )}\t\t${record.position}${noCommit}\n`;
    default:
      return `${begin}${type}\t${bytes(record.head ?? '')}\t${absent}\t${text(
        record.repository,
      )}\t${record.tags ?? -1}${noCommit}\n`;
  }
}

/** What a tool reported, as a row of the staging table: the natural id is its label. */
export function encodeReport(source: LineSource, report: Report): string {
  const json = JSON.stringify(report);
  return `${source.line}\t${
    source.entity
  }\treport\t${absent}\t${absent}\t${text(
    report.id,
  )}\t${absent}${`\t${absent}`.repeat(4)}\t${
    report.kind
  }\t${absent}\t${absent}\t${text(json)}\n`;
}

function encodeCommit(record: CommitRecord): string {
  const { parents } = record;
  const first = parents.length > 0 ? bytes(parents[0]) : absent;
  const others = parents.length > 1 ? bytesArray(parents.slice(1)) : absent;
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

/** In quotes the array doubles the backslash once more. */
function bytesArray(hex: readonly string[]): string {
  return `{"\\\\\\\\x${hex.join('","\\\\\\\\x')}"}`;
}

/** The parser let no control character through, so that the backslash is all there is to escape. */
function text(value: string | undefined): string {
  return value?.replaceAll('\\', '\\\\') ?? absent;
}
