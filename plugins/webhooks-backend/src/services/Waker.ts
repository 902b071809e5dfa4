/** Tells those that wait that there may be something new. */
export class Waker {
  #waiting = new Set<() => void>();
  #closed = false;

  private constructor() {}

  static create(): Waker {
    return new Waker();
  }

  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const resolve of waiting) {
      resolve();
    }
  }

  /** From now on nobody waits. */
  close(): void {
    this.#closed = true;
    this.wake();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Notices from now on. Ask for it before looking, and wait on it after: what comes between is not missed.
   */
  listen(): { wait(milliseconds: number): Promise<void>; end(): void } {
    let notify = () => {};
    const woken = new Promise<void>(resolve => {
      notify = resolve;
    });
    if (this.#closed) {
      notify();
    } else {
      this.#waiting.add(notify);
    }
    return {
      wait: async milliseconds => {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>(resolve => {
          timer = setTimeout(resolve, milliseconds);
        });
        await Promise.race([woken, late]);
        clearTimeout(timer);
      },
      end: () => this.#waiting.delete(notify),
    };
  }
}
