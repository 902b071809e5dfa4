import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { PackedBatch, ParseOptions, ParseSummary } from './ParseOptions';
import { readFocusFile } from './readFocusFile';

/** What the thread is started with. */
export type ParseTask = {
  finopsParse: Omit<ParseOptions, 'signal'>;
};

/** What the thread is sent: a piece of the file, its end, or that a batch was taken. */
export type ToParser =
  | { type: 'piece'; piece: Uint8Array }
  | { type: 'end' }
  | { type: 'taken' };

/** What it sends. */
export type FromParser =
  | { type: 'wants' }
  | { type: 'beat' }
  | ({ type: 'batch' } & Omit<PackedBatch, 'lines'> & { lines: string })
  | { type: 'done'; summary: ParseSummary }
  | { type: 'failed'; name: string; message: string; stack?: string };

const batchesAhead = 2;
const beatMilliseconds = 500;

/**
 * Reads one file that comes in pieces through a port. A piece is asked for when it is needed, and a batch waits until one before it
 * was taken: neither side runs away from the other.
 */
async function work(port: MessagePort, task: ParseTask): Promise<void> {
  const pieces: Array<Buffer | undefined> = [];
  let ahead = 0;
  let wake = () => {};
  const changed = () =>
    new Promise<void>(resolve => {
      wake = resolve;
    });
  port.on('message', (message: ToParser) => {
    if (message.type === 'taken') {
      ahead -= 1;
    } else {
      pieces.push(
        message.type === 'piece'
          ? Buffer.from(
              message.piece.buffer,
              message.piece.byteOffset,
              message.piece.byteLength,
            )
          : undefined,
      );
    }
    wake();
  });
  const send = (message: FromParser) => port.postMessage(message);
  // Says that no endless loop holds the thread.
  const beats = setInterval(() => send({ type: 'beat' }), beatMilliseconds);
  async function* received() {
    for (;;) {
      while (pieces.length === 0) {
        await changed();
      }
      const piece = pieces.shift();
      if (!piece) {
        return;
      }
      send({ type: 'wants' });
      yield piece;
    }
  }
  try {
    const batches = readFocusFile(received(), task.finopsParse);
    for (;;) {
      const next = await batches.next();
      if (next.done) {
        send({ type: 'done', summary: next.value });
        break;
      }
      while (ahead >= batchesAhead) {
        await changed();
      }
      ahead += 1;
      send({
        type: 'batch',
        ...next.value,
        lines: next.value.lines.join('\n'),
      });
    }
  } catch (error) {
    const { name, message, stack } = error as Error;
    send({ type: 'failed', name, message, stack });
  } finally {
    clearInterval(beats);
    port.close();
  }
}

// This file is the start of a thread, and is loaded by its starter too.
if (parentPort && (workerData as ParseTask | undefined)?.finopsParse) {
  // The reader of Parquet waits for columns one after another. One that failed before its turn fails again when it is waited for.
  process.on('unhandledRejection', () => {});
  work(parentPort, workerData as ParseTask);
}

/** Where this file is, in the source or in what was built of it. */
export const parseWorkerFile = __filename;
