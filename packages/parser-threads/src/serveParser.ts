import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { FromParser, ToParser } from './messages';

const batchesAhead = 2;
const beatMilliseconds = 500;

/** Reads a file: answers what can be sent to another thread, in batches, and a summary at the end. */
export type FileReader<Task, Batch, Summary> = (
  bytes: AsyncIterable<Buffer>,
  task: Task,
) => AsyncGenerator<Batch, Summary>;

/** Reads files, one after the other. */
class Parser<Task> {
  readonly #port: MessagePort;
  readonly #read: FileReader<Task, unknown, unknown>;
  #pieces: Array<Buffer | undefined> = [];
  #ahead = 0;
  #wake = () => {};

  private constructor(
    port: MessagePort,
    read: FileReader<Task, unknown, unknown>,
  ) {
    this.#port = port;
    this.#read = read;
  }

  static create<Task>(
    port: MessagePort,
    read: FileReader<Task, unknown, unknown>,
  ): Parser<Task> {
    return new Parser(port, read);
  }

  readonly receive = (message: ToParser): void => {
    switch (message.type) {
      case 'task':
        this.#pieces = [];
        this.#ahead = 0;
        this.#work(message.task as Task);
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
  async #work(task: Task): Promise<void> {
    // Says that no endless loop holds the thread.
    const beats = setInterval(
      () => this.#send({ type: 'beat' }),
      beatMilliseconds,
    );
    try {
      const batches = this.#read(this.#received(), task);
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
        this.#send({ type: 'batch', batch: next.value });
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

/**
 * Makes the file that calls it the start of a thread of `ParserThreads` with the same mark. Loaded in another thread it does
 * nothing.
 */
export function serveParser<Task, Batch, Summary>(
  mark: string,
  read: FileReader<Task, Batch, Summary>,
): void {
  if (parentPort && workerData === mark) {
    // A reader may wait for several things one after another. One that failed before its turn fails again when it is waited for.
    process.on('unhandledRejection', () => {});
    parentPort.on('message', Parser.create(parentPort, read).receive);
  }
}
