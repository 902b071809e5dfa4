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
  #pieces: Buffer[] = [];
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
      this.#hold(chunk.subarray(start, end));
      this.#finish();
      start = end + 1;
      end = chunk.indexOf(newline, start);
    }
    if (start < chunk.length) {
      // A copy, so that a short rest does not keep the whole piece.
      this.#hold(Buffer.from(chunk.subarray(start)));
    }
  }

  /** The last line needs no line break. */
  end(): void {
    if (this.#length > 0) {
      this.#finish();
    }
  }

  #hold(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > maxLineBytes) {
      this.#pieces = [];
    } else {
      this.#pieces.push(piece);
    }
  }

  #finish(): void {
    const [first, ...rest] = this.#pieces;
    const length = this.#length;
    this.#number += 1;
    this.#pieces = [];
    this.#length = 0;
    if (length > maxLineBytes) {
      const reason = `the line has ${length} bytes, expected at most ${maxLineBytes}`;
      this.#onLine({ number: this.#number, reason });
    } else if (length > 0) {
      this.#read(rest.length > 0 ? Buffer.concat([first, ...rest]) : first);
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
