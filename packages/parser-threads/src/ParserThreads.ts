import { Worker } from 'node:worker_threads';
import { readInThread, type ReadOptions } from './readInThread';

const usualHeapMegabytes = 512;
const usualYoungMegabytes = 48;
const idleMilliseconds = 30_000;

/** Which threads. */
export type ParserThreadsOptions = {
  /** The file that calls `serveParser`, in the source or in what was built of it. */
  file: string;
  /** The mark it calls it with. */
  mark: string;
  /** Megabytes: 512 unless told. */
  heap?: number;
  /** Megabytes of the heap for what is new: 48 unless told. It takes three times as much. */
  young?: number;
};

/**
 * Threads that read files. To start one takes as long as to read some ten thousand lines, and files come in series: the last one
 * that was used waits for another file for half a minute.
 */
export class ParserThreads {
  #idle?: { worker: Worker; timer: NodeJS.Timeout };

  private constructor(private readonly options: ParserThreadsOptions) {}

  static create(options: ParserThreadsOptions): ParserThreads {
    return new ParserThreads(options);
  }

  /**
   * Reads a file in one of them: its batches, and at the end the summary.
   *
   * @throws InputError when the file can't be taken as a whole. Batches that were answered before must then be given up.
   */
  read<Batch, Summary>(
    bytes: AsyncIterable<Buffer>,
    task: unknown,
    options: ReadOptions,
  ): AsyncGenerator<Batch, Summary> {
    return readInThread(this, bytes, task, options);
  }

  /** The thread that waits, or a new one. */
  take(): Worker {
    const idle = this.#idle;
    if (!idle) {
      return startThread(this.options);
    }
    clearTimeout(idle.timer);
    this.#idle = undefined;
    forgetListeners(idle.worker);
    idle.worker.ref();
    return idle.worker;
  }

  /** Takes a thread back. One that did not end its file well may hold anything, and ends. */
  async release(worker: Worker, isSound: boolean): Promise<void> {
    forgetListeners(worker);
    if (!isSound || this.#idle) {
      await worker.terminate();
      return;
    }
    worker.unref();
    const forget = () => {
      if (this.#idle?.worker === worker) {
        clearTimeout(this.#idle.timer);
        this.#idle = undefined;
      }
    };
    // One that ends while it waits is not waited for, and an error without a listener would end the process.
    worker.on('error', forget);
    worker.on('exit', forget);
    const timer = setTimeout(() => {
      forget();
      worker.terminate();
    }, idleMilliseconds);
    timer.unref();
    this.#idle = { worker, timer };
  }
}

/** Those of its user. Node.js has listeners of its own for other events, without which messages get stuck. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) {
    worker.removeAllListeners(event);
  }
}

/**
 * Starts a thread from the file that this code was built to, or from the TypeScript source: there the thread needs the transform
 * of the Backstage CLI, which `package start` gives its threads and a test does not.
 */
function startThread({
  file,
  mark,
  heap,
  young,
}: ParserThreadsOptions): Worker {
  return new Worker(file, {
    workerData: mark,
    resourceLimits: {
      maxOldGenerationSizeMb: heap ?? usualHeapMegabytes,
      maxYoungGenerationSizeMb: young ?? usualYoungMegabytes,
    },
    ...(file.endsWith('.ts') && {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
    }),
  });
}
