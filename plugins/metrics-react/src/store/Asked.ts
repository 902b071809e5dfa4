import type {
  MetricsAnswer,
  MetricsQuestion,
} from '@portal/plugin-metrics-common';

/** A question and who waits for its answer. */
export class Asked {
  readonly question: MetricsQuestion;
  /** Called when the last one who waited no longer does. */
  onUnwanted?: () => void;
  readonly #answer: Promise<MetricsAnswer>;
  #resolve: (answer: MetricsAnswer) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #waiting = 0;

  constructor(question: MetricsQuestion) {
    this.question = question;
    this.#answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // A failure that nobody waits for any more is nobody's.
    this.#answer.catch(() => {});
  }

  get isWanted(): boolean {
    return this.#waiting > 0;
  }

  resolve(answer: MetricsAnswer): void {
    this.#resolve(answer);
  }

  reject(error: unknown): void {
    this.#reject(error);
  }

  /** Waits for the answer, until the signal says that it is not needed any more. */
  async answer(signal?: AbortSignal): Promise<MetricsAnswer> {
    signal?.throwIfAborted();
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal?.reason);
        this.#waiting -= 1;
        if (!this.#waiting) {
          this.onUnwanted?.();
        }
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#answer
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', leave));
    });
  }
}
