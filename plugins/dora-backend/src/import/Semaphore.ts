/**
 * Lets a number of tasks run at a time; the others wait in order.
 */
export class Semaphore {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  private constructor(places: number) {
    this.#free = places;
  }

  static create(options: { places: number }): Semaphore {
    return new Semaphore(options.places);
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) {
        next();
      } else {
        this.#free += 1;
      }
    }
  }
}
