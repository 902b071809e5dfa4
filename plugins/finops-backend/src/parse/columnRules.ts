import {
  focusColumnsByName,
  type CellReader,
  type ConformanceChecker,
} from '@portal/plugin-finops-common';
import type { FocusHeading } from './FocusHeading';

/** A row that is being read. */
export type FocusRow = {
  /** As many as the heading has. */
  cells: readonly string[];
  lineNumber: number;
  /** Finds cells by the names of their columns. */
  cell: CellReader;
};

/** Where a column is, and the numbers of the rules that its cells are checked by. */
export type ColumnRules = {
  name: string;
  /** Below 0 where the file has no such column. */
  index: number;
  typeRule: number | undefined;
  formatRule: number | undefined;
};

/** Finds a column and its rules. */
export function columnRules(
  heading: FocusHeading,
  checker: ConformanceChecker,
  name: string,
): ColumnRules {
  const rules = focusColumnsByName.get(name.toLowerCase())?.rules;
  return {
    name,
    index: heading.indexOf(name),
    typeRule: checker.ruleNumber(rules?.type),
    formatRule: checker.ruleNumber(rules?.format),
  };
}

/** Counts a broken rule, where the file gives occasion to break it. */
export function countRule(
  checker: ConformanceChecker,
  rule: number | undefined,
  row: FocusRow,
): void {
  if (rule !== undefined) {
    checker.count(rule, row.lineNumber, row.cell);
  }
}
