import {
  ConformanceChecker,
  type CellReader,
  type ConformanceVerdict,
  type RejectedLine,
} from '@portal/plugin-finops-common';
import { AmountReader } from './AmountReader';
import type { FocusRow } from './columnRules';
import { describeRejected } from './describeRejected';
import type { FocusHeading } from './FocusHeading';
import { isAbsent } from './isAbsent';
import { ItemReader } from './ItemReader';
import { NoteCounter } from './NoteCounter';
import { packText } from './packedLine';
import type { PackedBatch } from './ParseOptions';
import { PeriodReader, type Periods } from './PeriodReader';
import { ownText } from './RecentMap';

const longestRow = 10_000;

/**
 * Turns rows of cells into lines, or says why it can't.
 *
 * Whatever its outcome, each row is one line or one rejection: nothing gets lost. Lines and items are packed at once, as they
 * cross to another thread and go on to the database.
 *
 * @internal
 */
export class FocusRowReader {
  private readonly checker: ConformanceChecker;
  private readonly items: ItemReader;
  private readonly notes = NoteCounter.create();
  private readonly amounts: AmountReader;
  private readonly periods: PeriodReader;
  private readonly custom: Array<{ key: string; index: number }>;
  private batch: PackedBatch = { items: [], lines: [], rejected: [] };

  static create(options: {
    heading: FocusHeading;
    currency: string;
    months: readonly string[];
  }): FocusRowReader {
    return new FocusRowReader(
      options.heading,
      options.currency,
      new Set(options.months),
    );
  }

  private constructor(
    private readonly heading: FocusHeading,
    private readonly currency: string,
    private readonly months: ReadonlySet<string>,
  ) {
    const checker = ConformanceChecker.create({
      columns: heading.columns.map(column => column.name),
    });
    this.checker = checker;
    this.items = ItemReader.create({
      heading,
      checker,
      onItem: row => this.batch.items.push(row),
    });
    const { notes } = this;
    this.amounts = AmountReader.create({ heading, checker });
    this.periods = PeriodReader.create({ heading, checker, notes });
    this.custom = heading.columns
      .filter(({ type }) => type === undefined)
      .map(({ name, index }) => ({ key: `${JSON.stringify(name)}:`, index }));
  }

  /** What was read since the last call. */
  takeBatch(): PackedBatch {
    const { batch } = this;
    this.batch = { items: [], lines: [], rejected: [] };
    return batch;
  }

  get pending(): number {
    return this.batch.lines.length + this.batch.rejected.length;
  }

  note(note: string, lineNumber: number): void {
    this.notes.add(note, lineNumber);
  }

  verdict(more: readonly string[]): ConformanceVerdict {
    return this.checker.verdict([
      ...this.heading.notes,
      ...this.notes.list(),
      ...more,
    ]);
  }

  /** One row, of as many cells as the heading has. */
  readRow(
    cells: readonly string[],
    lineNumber: number,
    rowText: () => string,
  ): void {
    const cell: CellReader = name => {
      const index = this.heading.indexOf(name);
      const text = index < 0 ? undefined : cells[index];
      return text === undefined || isAbsent(text) ? '' : ownText(text.trim());
    };
    this.checker.countRow();
    const item = this.items.read(cells);
    for (const rule of item.brokenRules) {
      this.checker.count(rule, lineNumber, cell);
    }
    for (const note of item.notes) {
      this.notes.add(note, lineNumber);
    }
    const row: FocusRow = { cells, lineNumber, cell };
    const amounts = this.amounts.read(row, item.isCorrection);
    const periods = this.periods.read(row);
    const extra = this.readExtra(item.extra, row, periods);
    if (amounts[0] === '') {
      this.reject('BilledCost', row, rowText);
      return;
    }
    const month = this.findMonth(periods);
    if (month === '') {
      this.reject('BillingPeriodStart', row, rowText);
      return;
    }
    const { start, end } = periods;
    if (start.iso === '') {
      this.notes.add(
        'ChargePeriodStart could not be read, so that the charge counts on the first day of its billing month',
        lineNumber,
      );
    }
    if (item.currency === '') {
      this.notes.add(
        `BillingCurrency is absent, and was taken to be ${this.currency}`,
        lineNumber,
      );
    }
    this.batch.lines.push(
      `${lineNumber}\t${item.id}\t${month}\t${
        start.iso || `${month}T00:00:00Z`
      }\t${end.iso}\t${packText(item.currency || this.currency)}\t${
        amounts[0]
      }\t${amounts[1]}\t${amounts[2]}\t${amounts[3]}\t${amounts[4]}\t${
        amounts[5]
      }\t${amounts[6]}\t${amounts[7]}\t${packText(extra)}`,
    );
  }

  /** Members of a JSON object of what no other field has. */
  private readExtra(
    ofItem: string,
    row: FocusRow,
    { billingStart, billingEnd }: Periods,
  ): string {
    let members = this.amounts.addMore(row, ofItem);
    for (const { key, index } of this.custom) {
      const raw = row.cells[index];
      if (!isAbsent(raw)) {
        members += `${members && ','}${key}${JSON.stringify(raw.trim())}`;
      }
    }
    // A billing period is a calendar month nearly always, and then the line has it already.
    if (
      billingStart.iso !== '' &&
      billingStart.iso !== `${billingStart.month}T00:00:00Z`
    ) {
      members += `${members && ','}"BillingPeriodStart":"${billingStart.iso}"`;
    }
    if (
      billingEnd.iso !== '' &&
      billingEnd.iso !== `${nextMonth(billingStart.month)}T00:00:00Z`
    ) {
      members += `${members && ','}"BillingPeriodEnd":"${billingEnd.iso}"`;
    }
    return members && `{${members}}`;
  }

  /** Empty where nothing says to which month the row belongs. */
  private findMonth({ billingStart, start }: Periods): string {
    if (this.periods.hasBillingPeriods) {
      return billingStart.month;
    }
    if (this.months.size === 1 || !start.month) {
      return this.months.size === 1 ? [...this.months][0] : '';
    }
    return this.months.has(start.month) ? start.month : '';
  }

  private reject(
    name: 'BilledCost' | 'BillingPeriodStart',
    { cells, lineNumber }: FocusRow,
    rowText: () => string,
  ): void {
    const index = this.heading.indexOf(name);
    const found = index < 0 ? undefined : cells[index];
    this.rejectRow(
      name,
      describeRejected(name, found, this.months),
      lineNumber,
      rowText,
    );
  }

  /** A row that can't be read at all. */
  rejectRow(
    column: string,
    reason: string,
    lineNumber: number,
    rowText: () => string,
  ): void {
    const rejected: RejectedLine = {
      lineNumber,
      column,
      reason: reason.replaceAll('\u0000', '\uFFFD'),
      row: ownText(rowText().slice(0, longestRow)).replaceAll(
        '\u0000',
        '\uFFFD',
      ),
    };
    this.batch.rejected.push(rejected);
  }
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return number === 12
    ? `${year + 1}-01-01`
    : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}
