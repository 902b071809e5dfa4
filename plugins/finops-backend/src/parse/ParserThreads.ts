import { Worker } from 'node:worker_threads';
import { parserMark, parseWorkerFile } from './parseWorker';

const heapMegabytes = 512;
const youngMegabytes = 48;
const idleMilliseconds = 30_000;

/**
 * Threads that read files. To start one takes as long as to read some ten thousand lines, and files come in series: the last one
 * that was used waits for another file for half a minute.
 */
export class ParserThreads {
  #idle?: { worker: Worker; timer: NodeJS.Timeout };

  private constructor() {}

  static create(): ParserThreads {
    return new ParserThreads();
  }

  /** The thread that waits, or a new one. */
  take(): Worker {
    const idle = this.#idle;
    if (!idle) {
      return startThread();
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
function startThread(): Worker {
  return new Worker(parseWorkerFile, {
    workerData: parserMark,
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    },
    ...(parseWorkerFile.endsWith('.ts') && {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
    }),
  });
}
