import { InputError } from '@backstage/errors';
import { focusColumnsByName } from '@portal/plugin-finops-common';

const delimiters = [',', ';', '\t', '|'];
const longestHeading = 1024 * 1024;

/** @internal */
export type CsvDialect = {
  delimiter: string;
  /** Whether rows end with carriage returns alone. */
  onlyReturns: boolean;
  /** How many characters come before the heading. */
  skip: number;
};

/**
 * How a file separates cells, told by the one of the usual delimiters that makes most columns of FOCUS out of the heading.
 * Undefined while the heading is not complete.
 *
 * @internal
 */
export function csvDialect(
  text: string,
  last: boolean,
): CsvDialect | undefined {
  const blank = /^\s*/.exec(text)![0].length;
  if (blank === text.length && !last) {
    return undefined;
  }
  const hint = /^sep=(.)\r?\n/i.exec(text.slice(blank, blank + 10));
  const skip = blank + (hint ? hint[0].length : 0);
  const end = findHeadingEnd(text, skip);
  if (end < 0 && !last && text.length < longestHeading) {
    return undefined;
  }
  const heading = text.slice(skip, end < 0 ? longestHeading : end);
  const onlyReturns = /\r(?!\n|$)/.test(heading) && !heading.includes('\n');
  const candidates = hint ? [hint[1]] : delimiters;
  const scored = candidates
    .map(delimiter => ({ delimiter, known: countKnown(heading, delimiter) }))
    .sort((left, right) => right.known - left.known);
  if (scored[0].known === 0) {
    throw new InputError(
      `The file is neither Parquet nor CSV with a heading of FOCUS columns: its first line is ${JSON.stringify(
        heading.slice(0, 120),
      )}. Nothing was imported`,
    );
  }
  return { delimiter: scored[0].delimiter, onlyReturns, skip };
}

function countKnown(heading: string, delimiter: string): number {
  return heading
    .split(/\r\n|\r|\n/, 1)[0]
    .split(delimiter)
    .filter(name =>
      focusColumnsByName.has(
        name.trim().replaceAll('"', '').trim().toLowerCase(),
      ),
    ).length;
}

function findHeadingEnd(text: string, from: number): number {
  let quoted = false;
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) {
      quoted = !quoted;
    } else if (code === 0x0a && !quoted) {
      return index;
    }
  }
  return -1;
}
