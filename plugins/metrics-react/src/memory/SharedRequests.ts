/** Views that are drawn together ask within this time. */
const together = 20;
/** Views of a page whose code arrives one after the other ask within this one. */
const onePage = 1000;

type Running = {
  startedAt: number;
  answer: Promise<unknown>;
  abort: () => void;
  waiting: number;
};

/**
 * Lets views with the same question share one request. It is given up when the last of them has gone.
 */
export class SharedRequests {
  readonly #now: () => number;
  readonly #running = new Map<string, Running>();

  private constructor(options: { now: () => number }) {
    this.#now = options.now;
  }

  static create(options: { now?: () => number } = {}): SharedRequests {
    return new SharedRequests({ now: options.now ?? Date.now });
  }

  /**
   * @param options - With `isAgain` something may have changed since others asked: only what is asked at the same moment is
   *   shared then.
   */
  ask<T>(options: {
    key: string;
    isAgain: boolean;
    load: (signal: AbortSignal) => Promise<T>;
    signal: AbortSignal;
  }): Promise<T> {
    const { key, isAgain, load, signal } = options;
    const known = this.#running.get(key);
    const age = this.#now() - (known?.startedAt ?? 0);
    const running =
      known && age < (isAgain ? together : onePage)
        ? known
        : this.#start(key, load);
    running.waiting += 1;
    signal.addEventListener(
      'abort',
      () => {
        running.waiting -= 1;
        if (running.waiting === 0) {
          running.abort();
          this.#forget(key, running);
        }
      },
      { once: true },
    );
    return running.answer as Promise<T>;
  }

  #start<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Running {
    const controller = new AbortController();
    const running: Running = {
      startedAt: this.#now(),
      answer: load(controller.signal),
      abort: () => controller.abort(),
      waiting: 0,
    };
    this.#running.set(key, running);
    // What failed is asked again by whoever comes next.
    running.answer.catch(() => this.#forget(key, running));
    return running;
  }

  #forget(key: string, running: Running): void {
    if (this.#running.get(key) === running) {
      this.#running.delete(key);
    }
  }
}
