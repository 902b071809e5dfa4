import { InputError, isError } from '@backstage/errors';
import type { ParsedBatch, ParseOptions, ParseSummary } from './ParseOptions';
import { ParserThreads } from './ParserThreads';
import type { FromParser, ToParser } from './parseWorker';

const piecesAhead = 4;
const largestPiece = 1024 * 1024;
const usualPatience = 60;

const threads = ParserThreads.create();

/**
 * Reads a FOCUS file: CSV or Parquet, either of them in gzip, told by its content. Answers its lines in batches, and what is to be
 * said about the file at the end.
 *
 * It runs in a thread of its own, as parsing takes all of a core and the portal has others to serve. The thread has a bounded heap,
 * and both sides wait for each other, so the memory that a file takes does not depend on its size. Broken Parquet can hold its reader
 * in an endless loop; then the thread is ended.
 *
 * @throws InputError when the file can't be taken as a whole. Batches that were answered before must then be given up.
 * @internal
 */
export async function* parseFocusFile(
  bytes: AsyncIterable<Buffer>,
  options: ParseOptions,
): AsyncGenerator<ParsedBatch, ParseSummary> {
  const { signal, patience = usualPatience, ...rest } = options;
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
  worker.on('error', error => fail(understand(error)));
  worker.on('exit', () => fail(new Error('The parser of cost files ended')));
  const onAbort = () =>
    fail(
      isError(signal?.reason)
        ? signal.reason
        : new Error('Reading the cost file was given up'),
    );
  signal?.addEventListener('abort', onAbort, { once: true });

  // Counted second by second: a computer that slept must not look like a thread that is stuck.
  const watch = setInterval(() => {
    silence += 1;
    if (silence > patience) {
      fail(
        new InputError(
          `Reading the file did not come to an end within ${patience} seconds: it may be broken. Write it again, or send CSV. Nothing was imported`,
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
  send({ type: 'task', task: rest });
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
          yield {
            items: message.items,
            lines: message.lines,
            rejected: message.rejected,
          };
          // A thread that has ended has sent all: a failure counts when nothing is left of it to read.
          send({ type: 'taken' });
          break;
        case 'done':
          isSound = true;
          return message.summary;
        case 'failed':
          throw rebuild(message);
        default:
      }
    }
  } finally {
    clearInterval(watch);
    signal?.removeEventListener('abort', onAbort);
    failure ??= new Error('Reading the cost file has ended');
    moreWanted();
    await threads.release(worker, isSound);
  }
}

function understand(error: Error): Error {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new InputError(
        'The file takes more memory than reading a cost file may: send it in parts, or as CSV. Nothing was imported',
      )
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
