import { InputError } from '@backstage/errors';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { receiveBytes, type Patience } from './receiveBytes';

/** How much of a request is read, and how long. */
export type BodyLimits = Patience & {
  /** The most bytes that are read, counted after decompression. */
  maxBytes: number;
  /** The key of the configuration that raises it, for the message. */
  setting: string;
};

const gzipMagic = [0x1f, 0x8b];

/**
 * The bytes of a request, decompressed where they are gzip, whatever the headers call them. What is wrong with them
 * is an `InputError`: a stream that breaks off, comes too slowly, is damaged or too large.
 */
export async function* readBody(
  request: IncomingMessage,
  limits: BodyLimits,
): AsyncGenerator<Buffer> {
  const chunks = receiveBytes(request, limits);
  const first = await readAtLeast(chunks, gzipMagic.length);
  const isGzip = gzipMagic.every((byte, index) => first[index] === byte);
  const declared = request.headers['content-encoding'] ?? 'identity';
  if (!isGzip && first.length > 0 && declared !== 'identity') {
    throw new InputError(
      declared === 'gzip'
        ? 'Content-Encoding is gzip, but the body is not gzip; nothing was imported'
        : `Content-Encoding "${declared}" is not known; send the bytes as they are or as gzip. Nothing was imported`,
    );
  }
  const bytes = prepend(first, chunks);
  yield* limitBytes(isGzip ? gunzip(bytes) : bytes, limits);
}

async function* limitBytes(
  bytes: AsyncIterable<Buffer>,
  { maxBytes, setting }: BodyLimits,
): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new InputError(
        `The body has more than ${maxBytes} bytes; nothing was imported. Send smaller files, or raise ${setting} in the configuration`,
      );
    }
    yield chunk;
  }
}

async function readAtLeast(
  chunks: AsyncIterator<Buffer>,
  length: number,
): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  while (bytes.length < length) {
    const next = await chunks.next();
    if (next.done) {
      break;
    }
    bytes = Buffer.concat([bytes, next.value]);
  }
  return bytes;
}

async function* prepend(
  first: Buffer,
  rest: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  if (first.length > 0) {
    yield first;
  }
  yield* rest;
}

async function* gunzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createGunzip();
  let fed = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      fed += chunk.length;
      yield chunk;
    }
  }
  const feeding = pipeline(counted(), inflate);
  // The loop below meets the same error; this one must not go unhandled until then.
  feeding.catch(() => undefined);
  try {
    yield* inflate;
    await feeding;
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    throw new InputError(
      'The gzip stream is damaged or cut short; nothing was imported. Send the whole file again',
      error,
    );
  }
  // Behind a zero byte Node.js ignores what follows, which may be the rest of somebody's history.
  if (inflate.bytesWritten < fed) {
    throw new InputError(
      'Something that is not gzip follows the end of the gzip stream; nothing was imported. Send the whole file again',
    );
  }
}
