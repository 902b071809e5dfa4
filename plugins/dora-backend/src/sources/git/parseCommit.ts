import type { GitObject } from './parseCatFileBatch';
import { plausibleDate } from './plausibleDate';

/**
 * The parts of a commit object that delivery records are made of.
 *
 * @internal
 */
export type ParsedCommit = {
  sha: string;
  parents: string[];
  authorAddress: string;
  authoredAt: Date;
  committedAt: Date;
  message: string;
};

// The end of the year 9999: a later instant has no plain ISO 8601 form, and no commit is meant to have it.
const LAST_SECOND = 253402300799;

/**
 * Reads a commit object as git itself does: `parent` lines count only directly behind `tree`, an address stands
 * between the first pair of angle brackets, a date behind the last one.
 *
 * @remarks
 *
 * Bytes that are not UTF-8 are read as Latin-1, so that no message or address makes a commit unreadable. A date that
 * no clock can have shown gives way to the commit's other date, and at last to the nearest plausible one.
 *
 * @internal
 */
export function parseCommit(
  object: GitObject,
  options: { now: Date },
): ParsedCommit {
  const blank = object.data.indexOf('\n\n');
  const headerEnd = blank < 0 ? object.data.length : blank;
  const header = decode(object.data.subarray(0, headerEnd)).split('\n');
  const message = blank < 0 ? '' : decode(object.data.subarray(blank + 2));

  const parents: string[] = [];
  let line = header[0]?.startsWith('tree ') ? 1 : 0;
  for (; header[line]?.startsWith('parent '); line += 1) {
    parents.push(header[line].slice('parent '.length).trim());
  }
  const author = find(header, 'author ', line);
  const committer = find(header, 'committer ', line);
  const authored = parseDate(author);
  const committed = parseDate(committer);
  const committedAt = plausibleDate({
    candidates: [committed, authored],
    now: options.now,
  });
  return {
    sha: object.sha,
    parents,
    authorAddress: parseAddress(author),
    authoredAt: authored ?? committedAt,
    committedAt,
    message,
  };
}

function find(header: string[], name: string, from: number): string {
  return header.slice(from).find(line => line.startsWith(name)) ?? '';
}

function parseAddress(ident: string): string {
  const start = ident.indexOf('<');
  const end = ident.indexOf('>', start);
  return start < 0 || end < 0 ? '' : ident.slice(start + 1, end);
}

function parseDate(ident: string): Date | undefined {
  const found = /^ *(\d{1,15})(?: |$)/.exec(
    ident.slice(ident.lastIndexOf('>') + 1),
  );
  const seconds = found ? Number(found[1]) : Number.NaN;
  return seconds <= LAST_SECOND ? new Date(seconds * 1000) : undefined;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
