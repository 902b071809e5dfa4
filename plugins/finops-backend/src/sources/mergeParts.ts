import { InputError } from '@backstage/errors';
import { openContent } from '../parse/openContent';
import { parquetRows } from '../parse/readParquet';

const lineFeed = 0x0a;
const longestHeading = 1024 * 1024;

/**
 * The parts of an export as one CSV. Each part has its heading, and all must have the same.
 *
 * @throws InputError where they have not.
 * @internal
 */
export async function* mergeParts(
  parts: ReadonlyArray<() => Promise<AsyncIterable<Buffer>>>,
): AsyncGenerator<Buffer> {
  let first: string | undefined;
  for (const open of parts) {
    const content = await openContent(await open(), { maxBytes: Infinity });
    const isParquet =
      content.start.subarray(0, 4).toString('latin1') === 'PAR1';
    const csv = isParquet ? writeCsv(content.pieces) : content.pieces;
    let heading: Buffer | undefined = Buffer.alloc(0);
    let last = lineFeed;
    for await (const piece of csv) {
      last = piece.at(-1) ?? last;
      if (!heading) {
        yield piece;
        continue;
      }
      heading = Buffer.concat([heading, piece]);
      const end = heading.indexOf(lineFeed) + 1;
      if (end === 0 && heading.length < longestHeading) {
        continue;
      }
      const names = plain(heading.subarray(0, end));
      if (first !== undefined && first !== names) {
        throw new InputError(
          'The parts of the month have different headings: keep one kind of export in a folder. Nothing was imported',
        );
      }
      yield first === undefined ? heading : heading.subarray(end);
      first = names;
      heading = undefined;
    }
    if (heading && heading.length > 0 && first === undefined) {
      first = plain(heading);
      yield heading;
    }
    if (last !== lineFeed) {
      yield Buffer.from('\n');
    }
  }
}

/** Names of columns, whether they are in quotes or not. */
function plain(heading: Buffer): string {
  return heading
    .toString('utf8')
    .replaceAll(/["\uFEFF]/g, '')
    .trim();
}

async function* writeCsv(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  for await (const rows of parquetRows(pieces)) {
    const text = rows
      .map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n');
    yield Buffer.from(`${text}\n`);
  }
}
