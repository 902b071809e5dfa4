/** How long a task waits for a place, and what it fails with after that. */
export type Waiting = { waitLimit: number; busy: () => Error };

/**
 * Lets a number of tasks run at a time; the others wait in order.
 */
export class Semaphore {
  #free: number;
  readonly #places: number;
  readonly #waiting = new Set<() => void>();

  private constructor(places: number) {
    this.#free = places;
    this.#places = places;
  }

  static create(options: { places: number }): Semaphore {
    return new Semaphore(options.places);
  }

  /** Whether a task is running. */
  get isBusy(): boolean {
    return this.#free < this.#places;
  }

  /** Without `waiting` the task waits as long as it takes. */
  async run<T>(task: () => Promise<T>, waiting?: Waiting): Promise<T> {
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await this.#wait(waiting);
    }
    try {
      return await task();
    } finally {
      const [next] = this.#waiting;
      if (next) {
        this.#waiting.delete(next);
        next();
      } else {
        this.#free += 1;
      }
    }
  }

  async #wait(waiting?: Waiting): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.add(resolve);
        if (waiting) {
          timer = setTimeout(() => {
            // One that was called meanwhile has its place and keeps it.
            if (this.#waiting.delete(resolve)) {
              reject(waiting.busy());
            }
          }, waiting.waitLimit);
        }
      });
    } finally {
      clearTimeout(timer);
    }
  }
}
