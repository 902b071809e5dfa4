import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import { PayloadTooLargeError } from './PayloadTooLargeError';

/** The most bytes of a delivery: 10 MiB. */
export const maxBodyBytes = 10 * 1024 * 1024;

// Compressed bodies are refused: no sender sends them, and signatures are made over other bytes.
const parser = express.raw({
  type: () => true,
  limit: maxBodyBytes,
  inflate: false,
});

/** The bytes of a request, as they came. Fails with an `InputError` or a {@link PayloadTooLargeError}. */
export async function readRawBody(
  request: Request,
  response: Response,
): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    parser(request, response, (error?: unknown) =>
      error ? reject(explain(error)) : resolve(),
    );
  });
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** How much a request may bring: what it announces, or the most where it does not. */
export function announcedBytes(request: Request): number {
  const length = Number(request.headers['content-length'] ?? NaN);
  return length >= 0 && length < maxBodyBytes ? length : maxBodyBytes;
}

function explain(error: unknown): Error {
  const type = (error as { type?: unknown }).type;
  if (type === 'entity.too.large') {
    return new PayloadTooLargeError(
      `The body has more than ${maxBodyBytes} bytes; nothing was taken. Choose fewer events or a smaller payload at the sender`,
    );
  }
  if (type === 'encoding.unsupported') {
    return new InputError(
      'Content-Encoding: found a compressed body, expected it as it is; turn compression off at the sender',
    );
  }
  return new InputError(
    'The request broke off before its end; nothing was taken. Send it again',
    error,
  );
}
