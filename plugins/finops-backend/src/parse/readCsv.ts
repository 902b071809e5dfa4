import { InputError } from '@backstage/errors';
import { csvDialect, type CsvDialect } from './csvDialect';
import { CsvSplitter } from './CsvSplitter';
import { FocusHeading } from './FocusHeading';
import { FocusRowReader } from './FocusRowReader';
import { readText } from './readText';

/** @internal */
export type ReadRows = {
  reader: FocusRowReader;
  notes: string[];
};

/**
 * Reads CSV. Gives way after each piece of text with the reader that has the rows so far.
 *
 * @internal
 */
export async function* readCsv(
  pieces: AsyncIterable<Buffer>,
  options: { currency: string; months: readonly string[] },
): AsyncGenerator<FocusRowReader, ReadRows> {
  const rows = CsvRows.create(options);
  for await (const text of readText(pieces)) {
    rows.push(text);
    if (rows.reader) {
      yield rows.reader;
    }
  }
  return rows.end();
}

/** Finds out how a CSV is written, and hands on its rows. */
class CsvRows {
  reader: FocusRowReader | undefined;
  private start = '';
  private dialect: CsvDialect | undefined;
  private splitter: CsvSplitter | undefined;
  private width = 0;

  static create(options: {
    currency: string;
    months: readonly string[];
  }): CsvRows {
    return new CsvRows(options);
  }

  private constructor(
    private readonly options: { currency: string; months: readonly string[] },
  ) {}

  push(text: string): void {
    // PostgreSQL takes no zero character.
    const clean = text.includes('\u0000')
      ? text.replaceAll('\u0000', '\uFFFD')
      : text;
    if (this.splitter) {
      this.splitter.push(this.unify(clean));
      return;
    }
    this.start += clean;
    this.open(csvDialect(this.start, false));
  }

  end(): ReadRows {
    if (!this.splitter) {
      if (this.start.trim() === '') {
        throw new InputError('The file is empty. Nothing was imported');
      }
      this.open(csvDialect(this.start, true));
    }
    this.splitter?.end();
    if (!this.reader) {
      throw new InputError(
        'The file has no heading of columns. Nothing was imported',
      );
    }
    const { delimiter } = this.dialect!;
    const name = delimiter === '\t' ? 'tabs' : `"${delimiter}"`;
    return {
      reader: this.reader,
      notes: delimiter === ',' ? [] : [`Cells are separated by ${name}`],
    };
  }

  private open(dialect: CsvDialect | undefined): void {
    if (!dialect) {
      return;
    }
    this.dialect = dialect;
    this.splitter = CsvSplitter.create({
      delimiter: dialect.delimiter,
      onRecord: (cells, lineNumber, text) =>
        this.onRecord(cells, lineNumber, text),
    });
    const text = this.start.slice(dialect.skip);
    this.start = '';
    this.splitter.push(this.unify(text));
  }

  private unify(text: string): string {
    return this.dialect?.onlyReturns ? text.replaceAll('\r', '\n') : text;
  }

  private onRecord(
    cells: string[],
    lineNumber: number,
    text: () => string,
  ): void {
    const { reader } = this;
    if (!reader) {
      this.onHeading(cells);
      return;
    }
    if (cells.length !== this.width && !this.mend(cells, lineNumber, text)) {
      return;
    }
    // Spreadsheets write rows of nothing but delimiters.
    if (cells[0] === '' && cells.every(cell => cell.trim() === '')) {
      reader.note('Rows without any value were left out', lineNumber);
      return;
    }
    reader.readRow(cells, lineNumber, text);
  }

  private onHeading(cells: string[]): void {
    if (cells.every(cell => cell.trim() === '')) {
      return;
    }
    const names = [...cells];
    while (names.length > 1 && names.at(-1)!.trim() === '') {
      names.pop();
    }
    this.width = names.length;
    this.reader = FocusRowReader.create({
      heading: FocusHeading.read(names, this.options),
      ...this.options,
    });
  }

  /** Brings a row to the width of the heading. False where the row is done with. */
  private mend(
    cells: string[],
    lineNumber: number,
    text: () => string,
  ): boolean {
    const reader = this.reader!;
    if (cells.length === 1 && cells[0].trim() === '') {
      return false;
    }
    const count = cells.length;
    if (count < this.width) {
      while (cells.length < this.width) {
        cells.push('');
      }
      reader.note(
        'Rows with fewer cells than the heading were read as if the rest was empty',
        lineNumber,
      );
      return true;
    }
    while (cells.length > this.width && cells.at(-1)!.trim() === '') {
      cells.pop();
    }
    if (cells.length === this.width) {
      return true;
    }
    reader.rejectRow(
      'BilledCost',
      `The row has ${count} cells and the heading ${this.width}, so that it is not known which is which: put cells with a delimiter in quotes, and send the file again`,
      lineNumber,
      text,
    );
    return false;
  }
}
