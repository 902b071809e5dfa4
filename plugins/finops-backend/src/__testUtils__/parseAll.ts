import type {
  CostItem,
  FocusLine,
  RejectedLine,
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
  return collect(parseFocusFile(bytes, { ...usual, ...options }), line => line);
}

/** Reads a file in this thread: for tests of very many files. */
export async function readAll(
  content: string | Buffer,
  options: Partial<ParseOptions> = {},
): Promise<ParsedFile> {
  return collect(
    readFocusFile(pieces(Buffer.from(content)), { ...usual, ...options }),
    unpackLine,
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
    { items: CostItem[]; lines: T[]; rejected: RejectedLine[] },
    ParseSummary
  >,
  read: (line: T) => FocusLine,
): Promise<ParsedFile> {
  const lines: FocusLine[] = [];
  const items: CostItem[] = [];
  const rejected: RejectedLine[] = [];
  for (;;) {
    const next = await batches.next();
    if (next.done) {
      return { lines, items, rejected, summary: next.value };
    }
    items.push(...next.value.items);
    lines.push(...next.value.lines.map(read));
    rejected.push(...next.value.rejected);
  }
}
