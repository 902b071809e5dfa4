import { InputError } from '@backstage/errors';

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** How large and how deep a value may be. */
export type ValueLimits = {
  /** Bytes of one value that is taken whole. */
  value: number;
  /** Bytes of one string. */
  string: number;
  /** Containers in each other, the document among them. */
  depth: number;
};

/** More than any report needs. */
export const usualLimits: ValueLimits = {
  value: 64 * 1024 * 1024,
  string: 16 * 1024 * 1024,
  depth: 100,
};

/**
 * Finds the end of a value without reading it: only quotes and brackets count, so every byte is looked at once. Values go on from
 * one piece of the file to the next.
 */
export class RawValue {
  /** Keys of objects in the value. */
  keys = 0;
  #parts: Buffer[] = [];
  #size = 0;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #isScalar = false;
  #stringSize = 0;
  #outerDepth = 0;
  #describe = () => '';

  private constructor(private readonly limits: ValueLimits) {}

  static create(limits: ValueLimits): RawValue {
    return new RawValue(limits);
  }

  /** Begins one; `first` is its first byte. */
  begin(first: number, outerDepth: number, describe: () => string): void {
    this.keys = 0;
    this.#parts = [];
    this.#size = 0;
    this.#depth = 0;
    this.#inString = false;
    this.#isEscaped = false;
    this.#stringSize = 0;
    this.#outerDepth = outerDepth;
    this.#describe = describe;
    this.#isScalar = first !== quote && first !== 0x7b && first !== 0x5b;
  }

  /** Looks for its end in a piece; -1 where it goes on in the next. */
  scan(piece: Buffer, from: number): number {
    const end = this.#isScalar
      ? scalarEnd(piece, from)
      : this.#containerEnd(piece, from);
    const to = end < 0 ? piece.length : end;
    this.#size += to - from;
    if (this.#size > this.limits.value) {
      throw new InputError(
        `${this.#describe()} has more than ${
          this.limits.value
        } bytes, more than any report needs`,
      );
    }
    this.#parts.push(piece.subarray(from, to));
    return end;
  }

  /** Its bytes, when its end was found or the file ended. */
  bytes(): Buffer {
    const { length } = this.#parts;
    return length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
  }

  /** Whether the end of the file ends it too. */
  get endsWithFile(): boolean {
    return this.#isScalar;
  }

  #containerEnd(piece: Buffer, from: number): number {
    const end = piece.length;
    const deepest = this.limits.depth - this.#outerDepth;
    let at = from;
    let depth = this.#depth;
    let keys = 0;
    try {
      while (at < end) {
        if (this.#inString) {
          const start = at;
          if (this.#isEscaped) {
            this.#isEscaped = false;
            at += 1;
          }
          let byte = 0;
          while (at < end) {
            byte = piece[at];
            if (byte === quote) {
              break;
            }
            at += byte === backslash ? 2 : 1;
          }
          this.#isEscaped = at > end;
          at = Math.min(at, end);
          this.#checkString(at - start);
          if (at === end) {
            return -1;
          }
          this.#inString = false;
          this.#stringSize = 0;
          at += 1;
          if (depth === 0) {
            return at;
          }
        }
        while (at < end) {
          const byte = piece[at];
          at += 1;
          if (byte === quote) {
            this.#inString = true;
            break;
          }
          if (byte === colon) {
            keys += 1;
          } else if (byte === 0x7b || byte === 0x5b) {
            depth += 1;
            if (depth > deepest) {
              throw new InputError(
                `${this.#describe()} is nested more than ${
                  this.limits.depth
                } levels deep`,
              );
            }
          } else if (byte === 0x7d || byte === 0x5d) {
            depth -= 1;
            if (depth <= 0) {
              return at;
            }
          }
        }
      }
      return -1;
    } finally {
      this.#depth = depth;
      this.keys += keys;
    }
  }

  #checkString(size: number): void {
    this.#stringSize += size;
    if (this.#stringSize > this.limits.string) {
      throw new InputError(
        `${this.#describe()} has a text of more than ${
          this.limits.string
        } bytes`,
      );
    }
  }
}

/** Numbers, true, false, null, and what is none of them end where a delimiter is. */
function scalarEnd(piece: Buffer, from: number): number {
  for (let at = from; at < piece.length; at += 1) {
    const byte = piece[at];
    if (
      byte === 0x2c ||
      byte === 0x7d ||
      byte === 0x5d ||
      byte === 0x20 ||
      byte === 0x0a ||
      byte === 0x0d ||
      byte === 0x09
    ) {
      return at;
    }
  }
  return -1;
}
