/** Decisions about permissions may be this old. */
export const decisionLifetime = 10_000;

const maxEntries = 1000;

/** Remembers answers for a time. A failed answer is not kept, and who asks meanwhile waits for the same answer. */
export class TtlCache<T> {
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, { at: number; answer: Promise<T> }>();

  private constructor(lifetime: number, now: () => number) {
    this.#lifetime = lifetime;
    this.#now = now;
  }

  /** @param options - `lifetime` in milliseconds. */
  static create<T>(options: {
    lifetime: number;
    now?: () => number;
  }): TtlCache<T> {
    return new TtlCache<T>(options.lifetime, options.now ?? Date.now);
  }

  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const found = this.#entries.get(key);
    if (found && this.#now() - found.at < this.#lifetime) {
      return found.answer;
    }
    if (this.#entries.size >= maxEntries) {
      this.#entries.clear();
    }
    const entry = { at: this.#now(), answer: ask() };
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
}
