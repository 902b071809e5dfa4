import { InputError } from '@backstage/errors';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const gzipMagic = [0x1f, 0x8b];

/**
 * The bytes of a request, decompressed where they are gzip, whatever the headers call them. What is wrong with them
 * is an `InputError`: a stream that breaks off, is silent for too long, or is damaged.
 */
export async function* readBody(
  request: IncomingMessage,
  options: { idleTimeout: number },
): AsyncGenerator<Buffer> {
  const chunks = receive(request, options.idleTimeout);
  const first = await readAtLeast(chunks, gzipMagic.length);
  const isGzip = gzipMagic.every((byte, index) => first[index] === byte);
  const declared = request.headers['content-encoding'] ?? 'identity';
  if (!isGzip && first.length > 0 && declared !== 'identity') {
    throw new InputError(
      declared === 'gzip'
        ? 'Content-Encoding is gzip, but the body is not gzip; nothing was imported'
        : `Content-Encoding "${declared}" is not known; send the lines as they are or as gzip. Nothing was imported`,
    );
  }
  const bytes = prepend(first, chunks);
  yield* isGzip ? gunzip(bytes) : bytes;
}

async function* receive(
  request: IncomingMessage,
  idleTimeout: number,
): AsyncGenerator<Buffer> {
  // The request is not destroyed with the loop: an answer has to go out on its connection.
  const iterator = request.iterator({ destroyOnReturn: false });
  try {
    let next = await beforeTimeout(iterator.next(), idleTimeout);
    while (!next.done) {
      yield next.value;
      next = await beforeTimeout(iterator.next(), idleTimeout);
    }
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    throw new InputError(
      'The request broke off before its end; nothing was imported. Send the whole file again',
      error,
    );
  }
  if (!request.complete) {
    throw new InputError(
      'The request broke off before its end; nothing was imported. Send the whole file again',
    );
  }
}

async function beforeTimeout<T>(
  promise: Promise<T>,
  timeout: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new InputError(
            `Nothing came for ${
              timeout / 1000
            } seconds; nothing was imported. Send the whole file again`,
          ),
        ),
      timeout,
    );
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
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
  const feeding = pipeline(bytes, inflate);
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
}
