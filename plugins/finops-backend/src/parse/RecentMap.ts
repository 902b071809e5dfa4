/**
 * Remembers what was asked for lately, twice `generation` entries at most. When the newer half is full, the older half goes.
 *
 * @internal
 */
export class RecentMap<T> {
  private newer = new Map<string, T>();
  private older = new Map<string, T>();

  static create<T>(options: { generation: number }): RecentMap<T> {
    return new RecentMap<T>(options.generation);
  }

  private constructor(private readonly generation: number) {}

  get(key: string): T | undefined {
    const found = this.newer.get(key);
    if (found !== undefined) {
      return found;
    }
    const old = this.older.get(key);
    if (old !== undefined) {
      this.set(key, old);
    }
    return old;
  }

  /** Keys that are parts of longer texts keep these alive: copy them first. */
  set(key: string, value: T): void {
    if (this.newer.size >= this.generation) {
      this.older = this.newer;
      this.newer = new Map();
    }
    this.newer.set(key, value);
  }
}

const scratch = Buffer.allocUnsafeSlow(16 * 1024);

/**
 * The same text on its own: parts of a text that V8 cuts out keep the whole text in memory.
 *
 * @internal
 */
export function ownText(text: string): string {
  // A character takes three bytes at most; a buffer for each text would be more work than the text.
  if (text.length * 3 > scratch.length) {
    return Buffer.from(text, 'utf8').toString('utf8');
  }
  return scratch.toString('utf8', 0, scratch.write(text, 'utf8'));
}
