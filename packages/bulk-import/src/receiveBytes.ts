import { InputError } from '@backstage/errors';
import type { IncomingMessage } from 'node:http';

/** What a sender has to keep up to be listened to. */
export type Patience = {
  /** Milliseconds of silence after which the request is given up. */
  idleTimeout: number;
  /** The fewest bytes that come in a window of so many milliseconds. */
  progress?: { window: number; bytes: number };
};

const again = 'nothing was imported. Send the whole file again';
// 1 KiB a second: slower than any network that brings the rest of a file in useful time.
const usualProgress = { window: 120_000, bytes: 120 * 1024 };

/**
 * The bytes of a request as they come. One that breaks off, falls silent or only drips ends in an `InputError`.
 */
export async function* receiveBytes(
  request: IncomingMessage,
  patience: Patience,
): AsyncGenerator<Buffer> {
  const { idleTimeout, progress = usualProgress } = patience;
  // The request is not destroyed with the loop: an answer has to go out on its connection.
  const iterator = request.iterator({ destroyOnReturn: false });
  let waited = 0;
  let bytes = 0;
  try {
    for (;;) {
      // Only the time counts in which the sender is waited for: a busy database is not its fault.
      const start = performance.now();
      const next = await beforeTimeout(iterator.next(), idleTimeout);
      if (next.done) {
        break;
      }
      waited += performance.now() - start;
      bytes += next.value.length;
      if (waited >= progress.window) {
        if (bytes < progress.bytes) {
          throw new InputError(
            `The request brought fewer than ${
              progress.bytes
            } bytes in ${seconds(
              progress.window,
            )}; ${again}, over a faster connection`,
          );
        }
        waited = 0;
        bytes = 0;
      }
      yield next.value;
    }
  } catch (error) {
    throw error instanceof InputError ? error : brokenOff(error);
  }
  if (!request.complete) {
    throw brokenOff();
  }
}

function brokenOff(cause?: unknown): InputError {
  return new InputError(
    `The request broke off before its end; ${again}`,
    cause,
  );
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
          new InputError(`Nothing came for ${seconds(timeout)}; ${again}`),
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

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} seconds`;
}
