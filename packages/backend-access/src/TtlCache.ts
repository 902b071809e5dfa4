/** Decisions about permissions may be this old. */
export const decisionLifetime = 10_000;

const usualEntries = 1000;

/** Remembers answers for a time. A failed answer is not kept, and who asks meanwhile waits for the same answer. */
export class TtlCache<T> {
  readonly #lifetime: number;
  readonly #maxEntries: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, { at: number; answer: Promise<T> }>();

  private constructor(lifetime: number, maxEntries: number, now: () => number) {
    this.#lifetime = lifetime;
    this.#maxEntries = maxEntries;
    this.#now = now;
  }

  /** @param options - `lifetime` in milliseconds; `maxEntries`: how many answers are kept at most, 1000 unless told. */
  static create<T>(options: {
    lifetime: number;
    maxEntries?: number;
    now?: () => number;
  }): TtlCache<T> {
    return new TtlCache<T>(
      options.lifetime,
      options.maxEntries ?? usualEntries,
      options.now ?? Date.now,
    );
  }

  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const found = this.#entries.get(key);
    if (found && this.#now() - found.at < this.#lifetime) {
      return found.answer;
    }
    this.#forgetOld();
    const entry = { at: this.#now(), answer: ask() };
    // Last in the order, which is that of time.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    try {
      return await entry.answer;
    } catch (error) {
      if (this.#entries.get(key) === entry) {
        this.#entries.delete(key);
      }
      throw error;
    }
  }

  /** Answers may be large: those that are over are not kept until others need their place. */
  #forgetOld(): void {
    for (const [key, { at }] of this.#entries) {
      const isOver = this.#now() - at >= this.#lifetime;
      if (!isOver && this.#entries.size < this.#maxEntries) {
        return;
      }
      this.#entries.delete(key);
    }
  }
}
