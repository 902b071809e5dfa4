import type { VulnerabilityGroup } from './vulnerabilityGroups';
import type { VulnerabilityStore } from './VulnerabilityStore';

/** Each part costs a transaction and a table of its own. */
const enough = 3000;

/**
 * Stores the vulnerabilities of one report while the next part of it is staged: some at a time, each group of names once, and never two
 * parts at once, so that it holds no more than a connection.
 */
export class NameStorage {
  readonly #store: VulnerabilityStore;
  readonly #seen = new Set<string>();
  #waiting: VulnerabilityGroup[] = [];
  #storing: Promise<void> = Promise.resolve();

  private constructor(store: VulnerabilityStore) {
    this.#store = store;
  }

  static create(store: VulnerabilityStore): NameStorage {
    return new NameStorage(store);
  }

  /** Waits for the part before, where there is enough for another. */
  async add(groups: readonly VulnerabilityGroup[]): Promise<void> {
    for (const group of groups) {
      const key = group.names.join(' ');
      if (!this.#seen.has(key)) {
        this.#seen.add(key);
        this.#waiting.push(group);
      }
    }
    if (this.#waiting.length >= enough) {
      await this.#storeNext();
    }
  }

  /** Waits until all are stored. */
  async finish(): Promise<void> {
    await this.#storeNext();
    await this.#storing;
  }

  /** Waits for what is being stored, and for nothing else: after a failure elsewhere nothing of it goes on alone. */
  async settle(): Promise<void> {
    await this.#storing.catch(() => {});
  }

  async #storeNext(): Promise<void> {
    await this.#storing;
    const groups = this.#waiting;
    this.#waiting = [];
    this.#storing = this.#store.ensure(groups);
    // Told to who waits for it next.
    this.#storing.catch(() => {});
  }
}
