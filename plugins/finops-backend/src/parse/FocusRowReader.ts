import {
  ConformanceChecker,
  focusColumnsByName,
  readAmount,
  type CellReader,
  type ConformanceVerdict,
  type RejectedLine,
} from '@portal/plugin-finops-common';
import type { FocusHeading } from './FocusHeading';
import { isAbsent } from './isAbsent';
import { ItemReader } from './ItemReader';
import { NoteCounter } from './NoteCounter';
import { packText } from './packedLine';
import type { PackedBatch } from './ParseOptions';
import { readInstant, type Instant } from './readInstant';
import { ownText, RecentMap } from './RecentMap';

const longestRow = 10_000;
const strictNumber = /^-?(?:\d+(?:\.\d+)?)(?:[eE]-?\d+)?$/;
const noInstant: Instant = { iso: '', month: '', strict: false };

/** Amounts in the order in which a packed line has them. */
const lineAmounts = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'PricingQuantity',
  'ConsumedQuantity',
  'ListUnitPrice',
  'ContractedUnitPrice',
] as const;
const [
  effectiveCost,
  listCost,
  contractedCost,
  pricingQuantity,
  ,
  listUnitPrice,
  contractedUnitPrice,
] = [1, 2, 3, 4, 5, 6, 7];

type AmountColumn = {
  name: string;
  index: number;
  typeRule: number | undefined;
  formatRule: number | undefined;
  negativeRule: number | undefined;
};

type InstantColumn = Omit<AmountColumn, 'negativeRule'>;

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
  private readonly instants = RecentMap.create<Instant>({ generation: 5_000 });
  private readonly amounts: AmountColumn[];
  private readonly moreAmounts: AmountColumn[];
  private readonly custom: Array<{ key: string; index: number }>;
  private readonly chargeStart: InstantColumn;
  private readonly chargeEnd: InstantColumn;
  private readonly periodStart: InstantColumn;
  private readonly periodEnd: InstantColumn;
  private readonly products: Array<{
    rule: number;
    cost: number;
    price: number;
  }>;
  private readonly read: string[] = new Array(lineAmounts.length).fill('');
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
    const column = (name: string): AmountColumn => ({
      name,
      index: heading.indexOf(name),
      typeRule: checker.ruleNumber(focusRules(name)?.type),
      formatRule: checker.ruleNumber(focusRules(name)?.format),
      negativeRule:
        checker.ruleNumber(`${name}-C-008-M`) ??
        checker.ruleNumber(`${name}-C-009-C`),
    });
    const named: readonly string[] = lineAmounts;
    this.amounts = lineAmounts.map(name => {
      const found = column(name);
      return name.endsWith('UnitPrice')
        ? found
        : { ...found, negativeRule: undefined };
    });
    this.moreAmounts = heading.columns
      .filter(({ name, type }) => type === 'decimal' && !named.includes(name))
      .map(({ name }) => {
        const found = column(name);
        return name.endsWith('ListUnitPrice')
          ? found
          : { ...found, negativeRule: undefined };
      });
    this.custom = heading.columns
      .filter(({ type }) => type === undefined)
      .map(({ name, index }) => ({ key: `${JSON.stringify(name)}:`, index }));
    this.chargeStart = column('ChargePeriodStart');
    this.chargeEnd = column('ChargePeriodEnd');
    this.periodStart = column('BillingPeriodStart');
    this.periodEnd = column('BillingPeriodEnd');
    this.products = [
      { id: 'ListCost-C-009-C', cost: listCost, price: listUnitPrice },
      {
        id: 'ContractedCost-C-009-C',
        cost: contractedCost,
        price: contractedUnitPrice,
      },
    ].flatMap(({ id, cost, price }) => {
      const rule = checker.ruleNumber(id);
      return rule === undefined ? [] : [{ rule, cost, price }];
    });
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
    for (let place = 0; place < this.amounts.length; place += 1) {
      this.read[place] = this.readAmount(
        this.amounts[place],
        cells,
        lineNumber,
        cell,
      );
    }
    this.checkProducts(item.isCorrection, lineNumber, cell);
    const start = this.readInstant(this.chargeStart, cells, lineNumber, cell);
    const end = this.readInstant(this.chargeEnd, cells, lineNumber, cell);
    const period = this.readInstant(this.periodStart, cells, lineNumber, cell);
    const periodEnd = this.readInstant(this.periodEnd, cells, lineNumber, cell);
    const extra = this.readExtra(item.extra, cells, lineNumber, cell, {
      period,
      periodEnd,
    });
    if (this.read[0] === '') {
      this.reject('BilledCost', cells, lineNumber, rowText);
      return;
    }
    const month = this.findMonth(period, start);
    if (month === '') {
      this.reject('BillingPeriodStart', cells, lineNumber, rowText);
      return;
    }
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
    const { read } = this;
    this.batch.lines.push(
      `${lineNumber}\t${item.id}\t${month}\t${
        start.iso || `${month}T00:00:00Z`
      }\t${end.iso}\t${packText(item.currency || this.currency)}\t${read[0]}\t${
        read[effectiveCost]
      }\t${read[2]}\t${read[3]}\t${read[4]}\t${read[5]}\t${read[6]}\t${
        read[7]
      }\t${packText(extra)}`,
    );
  }

  private readAmount(
    column: AmountColumn,
    cells: readonly string[],
    lineNumber: number,
    cell: CellReader,
  ): string {
    const raw = cells[column.index];
    if (isAbsent(raw)) {
      return '';
    }
    const trimmed = raw.trim();
    const amount = readAmount(trimmed);
    if (amount === undefined) {
      this.count(column.typeRule, lineNumber, cell);
      this.count(column.formatRule, lineNumber, cell);
      return '';
    }
    // What is taken as it is written needs no second look.
    if (amount !== trimmed && !strictNumber.test(trimmed)) {
      this.count(column.formatRule, lineNumber, cell);
    }
    if (column.negativeRule !== undefined && isNegative(amount)) {
      this.count(column.negativeRule, lineNumber, cell);
    }
    return amount;
  }

  private checkProducts(
    isCorrection: boolean,
    lineNumber: number,
    cell: CellReader,
  ): void {
    const quantity = this.read[pricingQuantity];
    if (isCorrection || quantity === '') {
      return;
    }
    for (const { rule, cost, price } of this.products) {
      if (
        this.read[price] !== '' &&
        this.read[cost] !== '' &&
        !this.checker.isProduct(this.read[price], quantity, this.read[cost])
      ) {
        this.checker.count(rule, lineNumber, cell);
      }
    }
  }

  private readInstant(
    column: InstantColumn,
    cells: readonly string[],
    lineNumber: number,
    cell: CellReader,
  ): Instant {
    const raw = cells[column.index];
    if (isAbsent(raw)) {
      return noInstant;
    }
    let instant = this.instants.get(raw);
    if (!instant) {
      instant = readInstant(raw.trim()) ?? noInstant;
      this.instants.set(ownText(raw), instant);
    }
    if (instant === noInstant) {
      this.count(column.typeRule, lineNumber, cell);
      this.count(column.formatRule, lineNumber, cell);
    } else if (!instant.strict) {
      this.count(column.formatRule, lineNumber, cell);
      this.notes.add(
        `${column.name} is not written as YYYY-MM-DDTHH:mm:ssZ, and was read all the same`,
        lineNumber,
      );
    }
    return instant;
  }

  /** Members of a JSON object of what no other field has. */
  private readExtra(
    ofItem: string,
    cells: readonly string[],
    lineNumber: number,
    cell: CellReader,
    { period, periodEnd }: { period: Instant; periodEnd: Instant },
  ): string {
    let members = ofItem;
    for (const column of this.moreAmounts) {
      const amount = this.readAmount(column, cells, lineNumber, cell);
      if (amount !== '') {
        members += `${members && ','}"${column.name}":"${amount}"`;
      }
    }
    for (const { key, index } of this.custom) {
      const raw = cells[index];
      if (!isAbsent(raw)) {
        members += `${members && ','}${key}${JSON.stringify(raw.trim())}`;
      }
    }
    // A billing period is a calendar month nearly always, and then the line has it already.
    if (period.iso !== '' && period.iso !== `${period.month}T00:00:00Z`) {
      members += `${members && ','}"BillingPeriodStart":"${period.iso}"`;
    }
    if (
      periodEnd.iso !== '' &&
      periodEnd.iso !== `${nextMonth(period.month)}T00:00:00Z`
    ) {
      members += `${members && ','}"BillingPeriodEnd":"${periodEnd.iso}"`;
    }
    return members && `{${members}}`;
  }

  /** Empty where nothing says to which month the row belongs. */
  private findMonth(period: Instant, start: Instant): string {
    if (this.periodStart.index >= 0) {
      return period.month;
    }
    if (this.months.size === 1 || !start.month) {
      return this.months.size === 1 ? [...this.months][0] : '';
    }
    return this.months.has(start.month) ? start.month : '';
  }

  private reject(
    name: 'BilledCost' | 'BillingPeriodStart',
    cells: readonly string[],
    lineNumber: number,
    rowText: () => string,
  ): void {
    const raw = cells[this.heading.indexOf(name)];
    const found = isAbsent(raw)
      ? 'is empty'
      : `is ${JSON.stringify(raw.slice(0, 100))}`;
    let reason =
      name === 'BilledCost'
        ? `BilledCost ${found}, and a decimal number smaller than 1e21 was expected, such as -12.50: without separators of thousands and without a currency sign`
        : `BillingPeriodStart ${found}, and a date was expected, such as 2024-09-01T00:00:00Z`;
    if (this.heading.indexOf(name) < 0) {
      reason = `The file has no BillingPeriodStart, and ChargePeriodStart is in none of the declared months ${[
        ...this.months,
      ].join(', ')}`;
    }
    this.rejectRow(
      name,
      `${reason}. Mend the row and send the file again`,
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

  private count(
    rule: number | undefined,
    lineNumber: number,
    cell: CellReader,
  ): void {
    if (rule !== undefined) {
      this.checker.count(rule, lineNumber, cell);
    }
  }
}

function focusRules(name: string) {
  return focusColumnsByName.get(name.toLowerCase())?.rules;
}

function isNegative(amount: string): boolean {
  return amount.charCodeAt(0) === 0x2d && /[1-9]/.test(amount);
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return number === 12
    ? `${year + 1}-01-01`
    : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}
