import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { PackedBatch, ParseOptions, ParseSummary } from './ParseOptions';
import { readFocusFile } from './readFocusFile';

/** What the thread is started with, so that it knows what it is. */
export const parserMark = 'finops-parser';

/** How a file is to be read. */
export type ParseTask = Omit<ParseOptions, 'signal' | 'patience'>;

/** What the thread is sent: what to do, a piece of the file, its end, or that a batch was taken. */
export type ToParser =
  | { type: 'task'; task: ParseTask }
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

/** Reads files, one after the other. */
class Parser {
  readonly #port: MessagePort;
  #pieces: Array<Buffer | undefined> = [];
  #ahead = 0;
  #wake = () => {};

  private constructor(port: MessagePort) {
    this.#port = port;
  }

  static create(port: MessagePort): Parser {
    return new Parser(port);
  }

  readonly receive = (message: ToParser): void => {
    switch (message.type) {
      case 'task':
        this.#pieces = [];
        this.#ahead = 0;
        this.#work(message.task);
        return;
      case 'taken':
        this.#ahead -= 1;
        break;
      case 'piece': {
        const { buffer, byteOffset, byteLength } = message.piece;
        this.#pieces.push(Buffer.from(buffer, byteOffset, byteLength));
        break;
      }
      default:
        this.#pieces.push(undefined);
    }
    this.#wake();
  };

  /**
   * A piece is asked for when it is needed, and a batch waits until one before it was taken: neither side runs away from the
   * other.
   */
  async #work(task: ParseTask): Promise<void> {
    // Says that no endless loop holds the thread.
    const beats = setInterval(
      () => this.#send({ type: 'beat' }),
      beatMilliseconds,
    );
    try {
      const batches = readFocusFile(this.#received(), task);
      for (;;) {
        const next = await batches.next();
        if (next.done) {
          this.#send({ type: 'done', summary: next.value });
          break;
        }
        while (this.#ahead >= batchesAhead) {
          await this.#changed();
        }
        this.#ahead += 1;
        this.#send({
          type: 'batch',
          ...next.value,
          lines: next.value.lines.join('\n'),
        });
      }
    } catch (error) {
      const { name, message, stack } = error as Error;
      this.#send({ type: 'failed', name, message, stack });
    } finally {
      clearInterval(beats);
    }
  }

  async *#received(): AsyncGenerator<Buffer> {
    for (;;) {
      while (this.#pieces.length === 0) {
        await this.#changed();
      }
      const piece = this.#pieces.shift();
      if (!piece) {
        return;
      }
      this.#send({ type: 'wants' });
      yield piece;
    }
  }

  #changed(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }

  #send(message: FromParser): void {
    this.#port.postMessage(message);
  }
}

// This file is the start of a thread, and is loaded by its starter too.
if (parentPort && workerData === parserMark) {
  // The reader of Parquet waits for columns one after another. One that failed before its turn fails again when it is waited for.
  process.on('unhandledRejection', () => {});
  parentPort.on('message', Parser.create(parentPort).receive);
}

/** Where this file is, in the source or in what was built of it. */
export const parseWorkerFile = __filename;
