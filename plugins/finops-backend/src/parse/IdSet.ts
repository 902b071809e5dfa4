/**
 * A set of UUIDs in 16 bytes each, whole numbers side by side: a file of millions of items must not fill the memory.
 *
 * @internal
 */
export class IdSet {
  private table = new Uint32Array(64 * 1024);
  private size = 0;
  /** The id that is looked at, as numbers. */
  private readonly words = new Uint32Array(4);

  static create(): IdSet {
    return new IdSet();
  }

  private constructor() {}

  /** Whether the id is new. */
  add(id: string): boolean {
    const { words } = this;
    // A place of zeros is empty, so the first word is never zero.
    words[0] = parseInt(id.slice(0, 8), 16) || 1;
    words[1] = parseInt(id.slice(9, 13) + id.slice(14, 18), 16);
    words[2] = parseInt(id.slice(19, 23) + id.slice(24, 28), 16);
    words[3] = parseInt(id.slice(28), 16);
    if ((this.size + 1) * 8 > this.table.length) {
      this.grow();
    }
    return this.insert(this.table);
  }

  private insert(table: Uint32Array): boolean {
    const { words } = this;
    const places = table.length / 4;
    let place = words[1] % places;
    for (;;) {
      const at = place * 4;
      if (table[at] === 0) {
        table.set(words, at);
        this.size += 1;
        return true;
      }
      if (
        table[at] === words[0] &&
        table[at + 1] === words[1] &&
        table[at + 2] === words[2] &&
        table[at + 3] === words[3]
      ) {
        return false;
      }
      place = (place + 1) % places;
    }
  }

  private grow(): void {
    const old = this.table;
    this.table = new Uint32Array(old.length * 2);
    this.size = 0;
    for (let at = 0; at < old.length; at += 4) {
      if (old[at] !== 0) {
        this.words.set(old.subarray(at, at + 4));
        this.insert(this.table);
      }
    }
  }
}
