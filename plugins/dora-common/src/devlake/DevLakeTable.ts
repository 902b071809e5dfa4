import { InputError } from '@backstage/errors';
import { parseCsv, type CsvRecord } from './parseCsv';
import { parseDevLakeInstant } from './devLakeInstant';

/**
 * One row of a table of DevLake, read by column. A field that is empty or `NULL` is absent.
 *
 * @public
 */
export class DevLakeRow {
  static create(table: DevLakeTable, record: CsvRecord): DevLakeRow {
    return new DevLakeRow(table, record);
  }

  private constructor(
    private readonly table: DevLakeTable,
    private readonly record: CsvRecord,
  ) {}

  /** The field as it is written, `undefined` where the column is not there. */
  raw(column: string): string | undefined {
    const place = this.table.placeOf(column);
    return place === undefined ? undefined : this.record.fields[place];
  }

  text(column: string): string | undefined {
    const value = this.raw(column);
    return value === '' || value === 'NULL' ? undefined : value;
  }

  /** @throws InputError naming file, line and column where the field is absent. */
  key(column: string): string {
    const value = this.text(column);
    if (value === undefined) {
      throw this.error(column, 'has no value. Every row needs one.');
    }
    return value;
  }

  /**
   * Epoch milliseconds.
   *
   * @throws InputError naming file, line and column where the field is no date.
   */
  instant(column: string): number | undefined {
    const value = this.text(column);
    if (value === undefined) {
      return undefined;
    }
    const instant = parseDevLakeInstant(value);
    if (instant === undefined) {
      throw this.error(
        column,
        `is '${value}', which is no date. Write it as 2026-01-31 09:30:00 (UTC) or 2026-01-31T09:30:00.000+00:00.`,
      );
    }
    return instant;
  }

  private error(column: string, message: string): InputError {
    return new InputError(
      `${this.table.file}, line ${this.record.line}: the column '${column}' ${message}`,
    );
  }
}

/**
 * A table of DevLake's domain layer, as exported to CSV. Columns may come in any order, and more than the needed ones.
 *
 * @public
 */
export class DevLakeTable {
  /**
   * @param file - Name of the file, for errors.
   * @throws InputError naming file and column where a required column is missing, and file and line where a row has not
   * as many fields as the header.
   */
  static create(options: {
    file: string;
    text: string;
    required: readonly string[];
  }): DevLakeTable {
    const { file, text, required } = options;
    const [header, ...records] = parseCsv(text, file);
    const places = new Map<string, number>();
    header?.fields.forEach((name, place) => {
      const column = name.trim();
      if (places.has(column)) {
        throw new InputError(
          `${file}: the column '${column}' is there twice. Leave one of them out.`,
        );
      }
      places.set(column, place);
    });
    const missing = required.filter(column => !places.has(column));
    if (missing.length > 0) {
      throw new InputError(
        `${file}: the column '${missing.join(
          "', '",
        )}' is missing. Export the table with it; its first line has to name the columns.`,
      );
    }
    for (const { line, fields } of records) {
      if (fields.length !== header.fields.length) {
        throw new InputError(
          `${file}, line ${line}: ${fields.length} fields, but ${header.fields.length} columns in the header. Quote fields that hold commas or line ends.`,
        );
      }
    }
    return new DevLakeTable(file, places, records);
  }

  readonly rows: readonly DevLakeRow[];

  private constructor(
    readonly file: string,
    private readonly places: ReadonlyMap<string, number>,
    records: readonly CsvRecord[],
  ) {
    this.rows = records.map(record => DevLakeRow.create(this, record));
  }

  placeOf(column: string): number | undefined {
    return this.places.get(column);
  }
}
