import type { Worker } from 'node:worker_threads';
import { InputError, isError } from '@backstage/errors';
import type { FromParser, ToParser } from './messages';

const piecesAhead = 4;
const largestPiece = 1024 * 1024;
const usualPatience = 60;

/** How a file is read in another thread. */
export type ReadOptions = {
  signal?: AbortSignal;
  /** How many seconds the reader may be busy with one bite before it counts as stuck: 60 unless told. */
  patience?: number;
  /** What a sender is told when the reader was stuck, without a full stop. The patience is put behind it. */
  tooSlow: string;
  /** What follows after the time: what to do. */
  tooSlowHelp: string;
  /** What a sender is told when the heap of the thread did not suffice. */
  tooLarge: string;
};

/** Where threads come from. */
type Threads = {
  take(): Worker;
  release(worker: Worker, isSound: boolean): Promise<void>;
};

/** Reads a file in a thread. Both sides wait for each other, so that the memory it takes does not depend on its size. */
export async function* readInThread<Batch, Summary>(
  threads: Threads,
  bytes: AsyncIterable<Buffer>,
  task: unknown,
  options: ReadOptions,
): AsyncGenerator<Batch, Summary> {
  const { signal, patience = usualPatience } = options;
  signal?.throwIfAborted();
  const worker = threads.take();
  const send = (message: ToParser) => worker.postMessage(message);
  let isSound = false;
  const inbox: FromParser[] = [];
  let failure: Error | undefined;
  let wake = () => {};
  let wants = piecesAhead;
  let moreWanted = () => {};
  const untilMessage = () =>
    new Promise<void>(resolve => {
      wake = resolve;
    });
  const untilMoreWanted = () =>
    new Promise<void>(resolve => {
      moreWanted = resolve;
    });
  let silence = 0;
  worker.on('message', (message: FromParser) => {
    silence = 0;
    if (message.type === 'beat') {
      return;
    }
    if (message.type === 'wants') {
      wants += 1;
      moreWanted();
    } else {
      inbox.push(message);
      wake();
    }
  });
  const fail = (error: Error) => {
    failure ??= error;
    wake();
    moreWanted();
  };
  worker.on('error', error => fail(understand(error, options)));
  worker.on('exit', () => fail(new Error('The thread that reads files ended')));
  const onAbort = () =>
    fail(
      isError(signal?.reason)
        ? signal.reason
        : new Error('Reading the file was given up'),
    );
  signal?.addEventListener('abort', onAbort, { once: true });

  // Counted second by second: a computer that slept must not look like a thread that is stuck.
  const watch = setInterval(() => {
    silence += 1;
    if (silence > patience) {
      fail(
        new InputError(
          `${options.tooSlow} within ${patience} seconds: ${options.tooSlowHelp}`,
        ),
      );
    }
  }, 1000);

  const feed = async () => {
    for await (const chunk of bytes) {
      for (let from = 0; from < chunk.length; from += largestPiece) {
        while (wants <= 0 && !failure) {
          await untilMoreWanted();
        }
        if (failure) {
          return;
        }
        wants -= 1;
        send({
          type: 'piece',
          piece: chunk.subarray(from, from + largestPiece),
        });
      }
    }
    send({ type: 'end' });
  };
  send({ type: 'task', task });
  feed().catch(fail);

  try {
    for (;;) {
      const message = inbox.shift();
      if (!message) {
        if (failure) {
          throw failure;
        }
        await untilMessage();
        continue;
      }
      switch (message.type) {
        case 'batch':
          yield message.batch as Batch;
          // A thread that has ended has sent all: a failure counts when nothing is left of it to read.
          send({ type: 'taken' });
          break;
        case 'done':
          isSound = true;
          return message.summary as Summary;
        case 'failed':
          throw rebuild(message);
        default:
      }
    }
  } finally {
    clearInterval(watch);
    signal?.removeEventListener('abort', onAbort);
    failure ??= new Error('Reading the file has ended');
    moreWanted();
    await threads.release(worker, isSound);
  }
}

function understand(error: Error, { tooLarge }: ReadOptions): Error {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new InputError(tooLarge)
    : error;
}

function rebuild({
  name,
  message,
  stack,
}: FromParser & { type: 'failed' }): Error {
  if (name === 'InputError') {
    return new InputError(message);
  }
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
}
