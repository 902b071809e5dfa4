import {
  costItemColumns,
  type CostItem,
  type FocusLine,
  type RejectedLine,
} from '@portal/plugin-finops-common';
import { unpackLine } from '../parse/packedLine';
import { parseFocusFile } from '../parse/parseFocusFile';
import type { ParseOptions, ParseSummary } from '../parse/ParseOptions';
import { readFocusFile } from '../parse/readFocusFile';

/** All that a file holds. */
export type ParsedFile = {
  lines: FocusLine[];
  items: CostItem[];
  rejected: RejectedLine[];
  summary: ParseSummary;
};

const usual: ParseOptions = {
  currency: 'USD',
  months: [],
  maxBytes: 1024 * 1024 * 1024,
};

/** Reads a file in a thread of its own, as an import does. */
export async function parseAll(
  bytes: AsyncIterable<Buffer>,
  options: Partial<ParseOptions> = {},
): Promise<ParsedFile> {
  return collect(parseFocusFile(bytes, { ...usual, ...options }), lines =>
    lines ? lines.split('\n') : [],
  );
}

/** Reads a file in this thread: for tests of very many files. */
export async function readAll(
  content: string | Buffer,
  options: Partial<ParseOptions> = {},
): Promise<ParsedFile> {
  return collect(
    readFocusFile(pieces(Buffer.from(content)), { ...usual, ...options }),
    lines => lines,
  );
}

/** A file in pieces of odd sizes. */
export async function* pieces(
  content: Buffer,
  size = 1021,
): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += size) {
    yield content.subarray(from, from + size);
  }
}

async function collect<T>(
  batches: AsyncGenerator<
    { items: string[]; lines: T; rejected: RejectedLine[] },
    ParseSummary
  >,
  split: (lines: T) => string[],
): Promise<ParsedFile> {
  const lines: FocusLine[] = [];
  const items: CostItem[] = [];
  const rejected: RejectedLine[] = [];
  for (;;) {
    const next = await batches.next();
    if (next.done) {
      return { lines, items, rejected, summary: next.value };
    }
    items.push(...next.value.items.map(unpackItem));
    lines.push(...split(next.value.lines).map(unpackLine));
    rejected.push(...next.value.rejected);
  }
}

/** Reads the row of an item as COPY does. */
function unpackItem(row: string): CostItem {
  const [id, ...texts] = row.replace(/\n$/, '').split('\t').map(unescape);
  return {
    id,
    columns: Object.fromEntries(
      costItemColumns.map((column, index) => [column, texts[index]]),
    ) as CostItem['columns'],
    tags: JSON.parse(texts[costItemColumns.length]),
  };
}

function unescape(text: string): string {
  const escaped: Record<string, string> = { t: '\t', n: '\n', r: '\r' };
  return text.replace(/\\(.)/g, (_, code) => escaped[code] ?? code);
}
