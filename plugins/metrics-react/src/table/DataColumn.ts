/** What a file can hold in one field. Exact decimals, such as money, are strings. */
export type DataValue = string | number | boolean | undefined;

/** One column of what a view shows: once for its reader, once for a file. */
export type DataColumn<Row> = {
  /** Name in files: stable, camelCase. */
  id: string;
  /** Heading, with the unit where the text has none. */
  title: string;
  /** What a reader sees, formatted. */
  text: (row: Row) => string;
  /** What a file holds: unrounded, in its own unit, absent where there is no value. Without it `text`. */
  value?: (row: Row) => DataValue;
};

/** The value of a column for a file. */
export function fileValue<Row>(column: DataColumn<Row>, row: Row): DataValue {
  return column.value ? column.value(row) : column.text(row);
}
