/**
 * The cell of a column in a row: empty where the row has nothing, or the file has no such column.
 *
 * @public
 */
export type CellReader = (column: string) => string;

/**
 * A rule that a row keeps or breaks.
 *
 * @internal
 */
export type FocusRule = {
  /** Of the official model of FOCUS 1.2, or in its manner for columns of later versions. */
  id: string;
  column: string;
  requirement: string;
  must: boolean;
  /** Columns that a file must have for the rule to be checked, beside its own. */
  needs?: readonly string[];
  /** Whether a row breaks it. Rules without this are checked where cells are read, or on the heading. */
  breaks?: (cell: CellReader) => boolean;
};
