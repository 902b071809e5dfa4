/**
 * A list of 32-bit integers that grows without an object for each.
 *
 * @public
 */
export class GrowingInt32Array {
  #values: Int32Array;
  #length = 0;

  private constructor(capacity: number) {
    this.#values = new Int32Array(capacity);
  }

  static create(options?: { capacity?: number }): GrowingInt32Array {
    return new GrowingInt32Array(Math.max(16, options?.capacity ?? 1024));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): number {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(Math.ceil(this.#values.length * 1.5));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
    return this.#length - 1;
  }

  /** Takes the last value off; -1 where there is none. */
  pop(): number {
    if (this.#length === 0) {
      return -1;
    }
    this.#length -= 1;
    return this.#values[this.#length];
  }

  at(index: number): number {
    return this.#values[index];
  }

  /** The values so far, without a copy; valid until the next push. */
  toArray(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
