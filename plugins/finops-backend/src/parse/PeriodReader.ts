import type { ConformanceChecker } from '@portal/plugin-finops-common';
import {
  columnRules,
  countRule,
  type ColumnRules,
  type FocusRow,
} from './columnRules';
import type { FocusHeading } from './FocusHeading';
import { isAbsent } from './isAbsent';
import type { NoteCounter } from './NoteCounter';
import { readInstant, type Instant } from './readInstant';
import { ownText, RecentMap } from './RecentMap';

const noInstant: Instant = { iso: '', month: '', strict: false };

/** What a row is about: when its charge begins and ends, and its invoice. Without text where it does not say. */
export type Periods = {
  start: Instant;
  end: Instant;
  billingStart: Instant;
  billingEnd: Instant;
};

/** Reads the periods of rows, and checks them. Few are different, and are remembered. */
export class PeriodReader {
  readonly #checker: ConformanceChecker;
  readonly #notes: NoteCounter;
  readonly #instants = RecentMap.create<Instant>({ generation: 5_000 });
  readonly #start: ColumnRules;
  readonly #end: ColumnRules;
  readonly #billingStart: ColumnRules;
  readonly #billingEnd: ColumnRules;

  private constructor(options: {
    heading: FocusHeading;
    checker: ConformanceChecker;
    notes: NoteCounter;
  }) {
    const { heading, checker, notes } = options;
    this.#checker = checker;
    this.#notes = notes;
    const column = (name: string) => columnRules(heading, checker, name);
    this.#start = column('ChargePeriodStart');
    this.#end = column('ChargePeriodEnd');
    this.#billingStart = column('BillingPeriodStart');
    this.#billingEnd = column('BillingPeriodEnd');
  }

  static create(options: {
    heading: FocusHeading;
    checker: ConformanceChecker;
    notes: NoteCounter;
  }): PeriodReader {
    return new PeriodReader(options);
  }

  /** Whether rows say themselves of which invoice they are. */
  get hasBillingPeriods(): boolean {
    return this.#billingStart.index >= 0;
  }

  read(row: FocusRow): Periods {
    return {
      start: this.#readOne(this.#start, row),
      end: this.#readOne(this.#end, row),
      billingStart: this.#readOne(this.#billingStart, row),
      billingEnd: this.#readOne(this.#billingEnd, row),
    };
  }

  #readOne(column: ColumnRules, row: FocusRow): Instant {
    const raw = row.cells[column.index];
    if (isAbsent(raw)) {
      return noInstant;
    }
    let instant = this.#instants.get(raw);
    if (!instant) {
      instant = readInstant(raw.trim()) ?? noInstant;
      this.#instants.set(ownText(raw), instant);
    }
    if (instant === noInstant) {
      countRule(this.#checker, column.typeRule, row);
      countRule(this.#checker, column.formatRule, row);
    } else if (!instant.strict) {
      countRule(this.#checker, column.formatRule, row);
      this.#notes.add(
        `${column.name} is not written as YYYY-MM-DDTHH:mm:ssZ, and was read all the same`,
        row.lineNumber,
      );
    }
    return instant;
  }
}
