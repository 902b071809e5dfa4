import { divideAmounts } from '@portal/amounts';
import { detectFocusVersion, hasColumn } from './detectFocusVersion';
import { focusColumns } from './focusColumns';
import type { FocusVersion } from './FocusColumn';
import type { ConformanceFailure, ConformanceVerdict } from './FocusLine';
import type { CellReader, FocusRule } from './FocusRule';
import { isProduct } from './isProduct';
import { columnRules, headingRules } from './columnRules';
import { nullRules } from './nullRules';
import { amountRules, parentRules, valueRules } from './valueRules';

const examplesPerRule = 5;
const longestExample = 200;
const parentsRemembered = 100_000;
const listedFailures = 200;

type Counted = FocusRule & {
  rows: number;
  examples: ConformanceFailure['examples'];
};

/**
 * Checks the rows of a file against FOCUS rules while they stream by, and remembers nothing but counts and a few examples.
 *
 * Most rules are about text and about what is null. Rows that agree in these break the same rules, so the reader asks once for
 * such rows (`brokenRules`) and counts the answer for each (`count`). What depends on amounts and dates is told row by row.
 *
 * @public
 */
export class ConformanceChecker {
  readonly version: FocusVersion;
  private readonly rules: Counted[];
  private readonly byId = new Map<string, number>();
  private readonly parents: Array<{
    rule: number;
    column: string;
    parent: string;
    seen: Map<string, string>;
  }> = [];
  private readonly brokenHeading = new Set<string>();
  private rows = 0;

  static create(options: { columns: readonly string[] }): ConformanceChecker {
    return new ConformanceChecker(options.columns);
  }

  private constructor(columns: readonly string[]) {
    this.version = detectFocusVersion(columns);
    const names = new Set(columns.map(name => name.toLowerCase()));
    const has = (name: string) => names.has(name.toLowerCase());
    const ofVersion = focusColumns.filter(
      column => hasColumn(this.version, column) || has(column.name),
    );
    const heading = headingRules(ofVersion, columns, this.version);
    const applies = (rule: FocusRule) =>
      has(rule.column) && (rule.needs ?? []).every(has);
    this.rules = [
      ...heading.map(rule => rule.rule),
      ...ofVersion.flatMap(columnRules).filter(applies),
      ...nullRules.filter(applies),
      ...valueRules.filter(applies),
      ...parentRules.filter(applies),
      ...amountRules.filter(applies),
    ].map(rule => ({ ...rule, rows: 0, examples: [] }));
    this.rules.forEach((rule, index) => this.byId.set(rule.id, index));
    for (const { rule, broken } of heading) {
      if (broken) {
        this.brokenHeading.add(rule.id);
      }
    }
    for (const rule of parentRules.filter(applies)) {
      this.parents.push({
        rule: this.byId.get(rule.id)!,
        column: rule.column,
        parent: rule.parent,
        seen: new Map(),
      });
    }
  }

  /** The rules about text and nulls that such a row breaks, as numbers for `count`. */
  brokenRules(cell: CellReader): readonly number[] {
    const broken: number[] = [];
    this.rules.forEach((rule, index) => {
      if (rule.breaks?.(cell)) {
        broken.push(index);
      }
    });
    for (const { rule, column, parent, seen } of this.parents) {
      const child = cell(column);
      if (child === '') {
        continue;
      }
      const known = seen.get(child);
      if (known === undefined) {
        if (seen.size < parentsRemembered) {
          seen.set(child, cell(parent));
        }
      } else if (known !== cell(parent)) {
        broken.push(rule);
      }
    }
    return broken;
  }

  /** The number of a rule for `count`, undefined where the file gives no occasion to break it. */
  ruleNumber(id: string | undefined): number | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** A row has been read. */
  countRow(): void {
    this.rows += 1;
  }

  count(rule: number, lineNumber: number, cell: CellReader): void {
    const counted = this.rules[rule];
    counted.rows += 1;
    if (counted.examples.length < examplesPerRule) {
      counted.examples.push({ lineNumber, found: example(counted, cell) });
    }
  }

  /** Whether price times quantity is the cost, for the rules about products. */
  isProduct(price: string, quantity: string, cost: string): boolean {
    return isProduct(price, quantity, cost);
  }

  verdict(notes: readonly string[]): ConformanceVerdict {
    const failures = this.rules
      .filter(rule => rule.rows > 0 || this.brokenHeading.has(rule.id))
      .map(
        (rule): ConformanceFailure => ({
          ruleId: rule.id,
          column: rule.column,
          requirement: rule.requirement,
          must: rule.must,
          rows: this.brokenHeading.has(rule.id) ? this.rows : rule.rows,
          examples: rule.examples,
        }),
      )
      .sort(
        (left, right) =>
          Number(right.must) - Number(left.must) ||
          right.rows - left.rows ||
          (left.ruleId < right.ruleId ? -1 : 1),
      );
    const checked = this.rules.length;
    return {
      version: this.version,
      conformance:
        divideAmounts(String(checked - failures.length), String(checked), 4) ??
        '0.0000',
      rulesChecked: checked,
      rulesFailed: failures.length,
      failures: failures.slice(0, listedFailures),
      notes: [...notes],
    };
  }
}

function example(rule: FocusRule, cell: CellReader): string {
  const columns = [rule.column, ...(rule.needs ?? [])];
  const text = columns
    .map(column =>
      columns.length === 1
        ? cell(column) || 'null'
        : `${column}: ${cell(column) || 'null'}`,
    )
    .join(', ');
  return text.length > longestExample
    ? `${text.slice(0, longestExample - 1)}…`
    : text;
}
