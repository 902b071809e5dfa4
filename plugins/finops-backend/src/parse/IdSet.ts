/**
 * A set of UUIDs in 16 bytes each, whole numbers side by side: a file of millions of items must not fill the memory.
 *
 * @internal
 */
export class IdSet {
  private table = new Uint32Array(4 * 1024);
  private size = 0;

  static create(): IdSet {
    return new IdSet();
  }

  private constructor() {}

  /** Whether the id is new. */
  add(id: string): boolean {
    const hex = id.replaceAll('-', '');
    // A place of zeros is empty, so the first word is never zero.
    const words = [0, 8, 16, 24].map(at => parseInt(hex.slice(at, at + 8), 16));
    words[0] = words[0] || 1;
    if ((this.size + 1) * 8 > this.table.length) {
      this.grow();
    }
    return this.insert(this.table, words);
  }

  private insert(table: Uint32Array, words: number[]): boolean {
    const places = table.length / 4;
    let place = words[1] % places;
    for (;;) {
      const at = place * 4;
      if (table[at] === 0) {
        table.set(words, at);
        this.size += 1;
        return true;
      }
      if (words.every((word, index) => table[at + index] === word)) {
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
        this.insert(this.table, [...old.subarray(at, at + 4)]);
      }
    }
  }
}
