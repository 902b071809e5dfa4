import { InputError } from '@backstage/errors';

/** Cells of a row, its number (the heading is 1) and its text. */
export type OnRecord = (
  cells: string[],
  lineNumber: number,
  text: () => string,
) => void;

const quote = 0x22;
const carriageReturn = 0x0d;
const longestRecord = 8 * 1024 * 1024;

/**
 * Splits text that comes in pieces into the cells of CSV rows: RFC 4180, with line ends of either kind and quotes where they need
 * none.
 *
 * Written for speed, and for knowing where a row is: rows without quotes are left to `String.split`, others are cut along
 * `indexOf`. Cells are parts of the text that came in, so keep none of them for long without copying it.
 *
 * @internal
 */
export class CsvSplitter {
  private rest = '';
  private lineNumber = 0;
  private readonly code: number;

  static create(options: {
    delimiter: string;
    onRecord: OnRecord;
  }): CsvSplitter {
    return new CsvSplitter(options.delimiter, options.onRecord);
  }

  private constructor(
    private readonly delimiter: string,
    private readonly onRecord: OnRecord,
  ) {
    this.code = delimiter.charCodeAt(0);
  }

  push(text: string): void {
    this.split(this.rest ? this.rest + text : text, false);
    if (this.rest.length > longestRecord) {
      throw new InputError(
        `Row ${
          this.lineNumber + 1
        } of the file has more than ${longestRecord} characters: a quote may not be closed. Nothing was imported`,
      );
    }
  }

  end(): void {
    this.split(this.rest, true);
  }

  private split(text: string, last: boolean): void {
    let position = 0;
    let nextQuote = text.indexOf('"');
    while (position < text.length) {
      const lineEnd = text.indexOf('\n', position);
      if (lineEnd < 0 && !last) {
        break;
      }
      const end = lineEnd < 0 ? text.length : lineEnd;
      if (nextQuote >= 0 && nextQuote < position) {
        nextQuote = text.indexOf('"', position);
      }
      if (nextQuote < 0 || nextQuote > end) {
        const stop =
          end > position && text.charCodeAt(end - 1) === carriageReturn
            ? end - 1
            : end;
        this.emit(
          text.slice(position, stop).split(this.delimiter),
          text,
          position,
          stop,
        );
        position = end + 1;
      } else {
        const next = this.splitQuoted(text, position, lineEnd, last);
        if (next < 0) {
          break;
        }
        position = next;
      }
    }
    this.rest = last || position >= text.length ? '' : text.slice(position);
  }

  private emit(
    cells: string[],
    text: string,
    start: number,
    end: number,
  ): void {
    this.lineNumber += 1;
    this.onRecord(cells, this.lineNumber, () => text.slice(start, end));
  }

  /** Where the next row begins, or -1 where this one is not complete. */
  private splitQuoted(
    text: string,
    start: number,
    firstLineEnd: number,
    last: boolean,
  ): number {
    const cells: string[] = [];
    let lineEnd = firstLineEnd;
    let position = start;
    for (;;) {
      let quoted = '';
      if (text.charCodeAt(position) === quote) {
        const closing = this.findClosing(text, position, last);
        if (closing < 0) {
          return -1;
        }
        quoted = text.slice(position + 1, closing);
        if (quoted.includes('"')) {
          quoted = quoted.replaceAll('""', '"');
        }
        position = closing + 1;
        if (text.charCodeAt(position) === this.code) {
          cells.push(quoted);
          position += 1;
          continue;
        }
      }
      const delimiter = text.indexOf(this.delimiter, position);
      if (lineEnd >= 0 && lineEnd < position) {
        lineEnd = text.indexOf('\n', position);
      }
      if (delimiter >= 0 && (lineEnd < 0 || delimiter < lineEnd)) {
        const plain = text.slice(position, delimiter);
        cells.push(quoted ? quoted + plain : plain);
        position = delimiter + 1;
        continue;
      }
      if (lineEnd < 0 && !last) {
        return -1;
      }
      const end = lineEnd < 0 ? text.length : lineEnd;
      const stop =
        end > position && text.charCodeAt(end - 1) === carriageReturn
          ? end - 1
          : end;
      cells.push(quoted + text.slice(position, stop));
      this.emit(cells, text, start, stop);
      return end + 1;
    }
  }

  private findClosing(text: string, opening: number, last: boolean): number {
    let from = opening + 1;
    for (;;) {
      const closing = text.indexOf('"', from);
      if (closing < 0 || (closing === text.length - 1 && !last)) {
        if (!last) {
          return -1;
        }
        throw new InputError(
          `Row ${
            this.lineNumber + 1
          } of the file has a quoted cell that is not closed: the file may be cut off. Nothing was imported`,
        );
      }
      if (text.charCodeAt(closing + 1) !== quote) {
        return closing;
      }
      from = closing + 2;
    }
  }
}
