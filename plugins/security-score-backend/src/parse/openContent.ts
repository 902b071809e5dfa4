import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError, isError } from '@backstage/errors';

const pieceSize = 256 * 1024;
const startSize = 64 * 1024;
const harmless = 64 * 1024 * 1024;
const mostRatio = 400;

/** A report as it comes in, unpacked. */
export type OpenedContent = {
  /** The first 64 KiB, or all of it. */
  start: Buffer;
  pieces: AsyncIterable<Buffer>;
  /** Of the bytes as they came in; known when all were read. */
  received(): { bytes: number; contentHash: string };
};

/** Looks at what a report begins with, unpacks it where it is gzip, and counts. */
export async function openContent(
  source: AsyncIterable<Buffer>,
  options: { maxBytes: number },
): Promise<OpenedContent> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const piece of source) {
      bytes += piece.length;
      hash.update(piece);
      yield piece;
    }
  }
  const outer = await peek(counted());
  const isGzip = outer.start[0] === 0x1f && outer.start[1] === 0x8b;
  const unpacked = isGzip ? await peek(gunzip(outer.pieces)) : outer;
  const mark = markOf(unpacked.start);
  const inner = mark ? await peek(plain(unpacked.pieces, mark)) : unpacked;
  return {
    start: inner.start.subarray(0, startSize),
    pieces: limited(
      inner.pieces,
      options.maxBytes,
      isGzip ? () => bytes : undefined,
    ),
    received: () => ({ bytes, contentHash: hash.copy().digest('hex') }),
  };
}

async function peek(
  pieces: AsyncIterable<Buffer>,
): Promise<{ start: Buffer; pieces: AsyncIterable<Buffer> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let size = 0;
  while (size < startSize) {
    const next = await iterator.next();
    if (next.done) {
      break;
    }
    first.push(next.value);
    size += next.value.length;
  }
  const start = Buffer.concat(first);
  async function* all() {
    try {
      if (start.length > 0) {
        yield start;
      }
      for (;;) {
        const next = await iterator.next();
        if (next.done) {
          return;
        }
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { start, pieces: all() };
}

/** What says at the beginning how a text is written. Windows writes UTF-16 where a report goes to a file through its shell. */
function markOf(start: Buffer): string | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) {
    return 'utf-16le';
  }
  if (start[0] === 0xfe && start[1] === 0xff) {
    return 'utf-16be';
  }
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
    ? 'utf-8'
    : undefined;
}

/** The text as UTF-8 without a mark. */
async function* plain(
  pieces: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) {
    yield Buffer.from(decoder.decode(piece, { stream: true }));
  }
  yield Buffer.from(decoder.decode());
}

async function* gunzip(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacked = createGunzip({ chunkSize: pieceSize });
  const done = pipeline(Readable.from(pieces), unpacked);
  // Told where the pieces are read, below.
  done.catch(() => {});
  try {
    for await (const piece of unpacked) {
      yield piece as Buffer;
    }
    await done;
  } catch (error) {
    if (isError(error) && String(error.code).startsWith('Z_')) {
      throw new InputError(
        `The gzip of the report is broken or cut off (${error.message}): send the whole of it again`,
      );
    }
    throw error;
  } finally {
    unpacked.destroy();
  }
}

async function* limited(
  pieces: AsyncIterable<Buffer>,
  maxBytes: number,
  packedBytes?: () => number,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      throw new InputError(
        `The report has more than ${maxBytes} bytes when it is unpacked: send it in parts, or raise the limit`,
      );
    }
    if (packedBytes && bytes > harmless && bytes > packedBytes() * mostRatio) {
      throw new InputError(
        `The gzip of the report unpacks to more than ${mostRatio} times its size, as no report of a scanner does`,
      );
    }
    yield piece;
  }
}
