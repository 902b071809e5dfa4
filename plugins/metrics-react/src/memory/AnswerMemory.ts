import { SharedRequests } from './SharedRequests';

/** An answer and when it came, as an ISO 8601 instant. */
export type KeptAnswer<T = unknown> = { value: T; at: string };

/** As many answers as some boards of many tiles need. */
const usualMost = 500;

/**
 * The last answers to questions, so that a view which is opened again shows something at once. They live as long as the
 * page; those that were not looked at for longest make way.
 */
export class AnswerMemory {
  readonly #most: number;
  readonly #answers = new Map<string, KeptAnswer>();
  /** Where views with the same question meet. */
  readonly requests = SharedRequests.create();

  private constructor(options: { most: number }) {
    this.#most = options.most;
  }

  static create(options: { most?: number } = {}): AnswerMemory {
    return new AnswerMemory({ most: options.most ?? usualMost });
  }

  /** The last answer to a question. The key says which question, and with that the type. */
  get<T>(key: string): KeptAnswer<T> | undefined {
    const answer = this.#answers.get(key);
    if (answer) {
      // The order of a map is that of insertion: what is looked at goes to the end.
      this.#answers.delete(key);
      this.#answers.set(key, answer);
    }
    return answer as KeptAnswer<T> | undefined;
  }

  set<T>(key: string, answer: KeptAnswer<T>): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > this.#most) {
      const [oldest] = this.#answers.keys();
      this.#answers.delete(oldest);
    }
  }

  /** Forgets what is no longer to be seen. */
  forget(key: string): void {
    this.#answers.delete(key);
  }
}
