import { isUtf8 } from 'node:buffer';

/** A line of an import: its text, or why it has none. */
export type Line = { number: number } & (
  | { text: string; reason?: undefined }
  | { text?: undefined; reason: string }
);

/** The longest line that is read; longer ones are thrown away while they stream. */
export const maxLineBytes = 1024 * 1024;

const newline = 10;
const byteOrderMark = '\ufeff';

/**
 * Cuts bytes into numbered lines as they arrive. Blank lines keep their number and are left out; a line that is too
 * long or no UTF-8 comes as a reason. Holds one line at most.
 */
export class LineSplitter {
  readonly #onLine: (line: Line) => void;
  #number = 0;
  /** The beginning of a line whose end has not come yet, in a buffer that grows with it. */
  #held: Buffer = Buffer.alloc(0);
  #length = 0;

  private constructor(onLine: (line: Line) => void) {
    this.#onLine = onLine;
  }

  static create(options: { onLine: (line: Line) => void }): LineSplitter {
    return new LineSplitter(options.onLine);
  }

  push(chunk: Buffer): void {
    let start = 0;
    let end = chunk.indexOf(newline);
    while (end !== -1) {
      this.#finish(chunk.subarray(start, end));
      start = end + 1;
      end = chunk.indexOf(newline, start);
    }
    if (start < chunk.length) {
      this.#hold(start === 0 ? chunk : chunk.subarray(start));
    }
  }

  /** The last line needs no line break. */
  end(): void {
    if (this.#length > 0) {
      this.#finish(Buffer.alloc(0));
    }
  }

  /** Copies, so that a short rest does not keep a whole chunk, nor many short ones a buffer each. */
  #hold(piece: Buffer): void {
    const length = this.#length + piece.length;
    if (length > maxLineBytes) {
      this.#held = Buffer.alloc(0);
    } else {
      if (length > this.#held.length) {
        const grown = Buffer.alloc(Math.min(2 * length, maxLineBytes));
        this.#held.copy(grown, 0, 0, this.#length);
        this.#held = grown;
      }
      piece.copy(this.#held, this.#length);
    }
    this.#length = length;
  }

  #finish(rest: Buffer): void {
    this.#number += 1;
    // Most lines are whole in their chunk and need no copy.
    if (this.#length === 0 && rest.length <= maxLineBytes) {
      this.#read(rest);
      return;
    }
    this.#hold(rest);
    const length = this.#length;
    this.#length = 0;
    if (length > maxLineBytes) {
      const reason = `the line has ${length} bytes, expected at most ${maxLineBytes}`;
      this.#onLine({ number: this.#number, reason });
    } else {
      this.#read(this.#held.subarray(0, length));
    }
  }

  #read(bytes: Buffer): void {
    const number = this.#number;
    if (!isUtf8(bytes)) {
      this.#onLine({ number, reason: 'the line is not UTF-8' });
      return;
    }
    let text = bytes.toString('utf8');
    if (number === 1 && text.startsWith(byteOrderMark)) {
      text = text.slice(1);
    }
    if (text.trim() !== '') {
      this.#onLine({ number, text });
    }
  }
}
