import { InputError } from '@backstage/errors';
import {
  costItemColumns,
  focusColumnsByName,
  type FocusColumnType,
} from '@portal/plugin-finops-common';

const mostColumns = 2000;

/** @internal */
export type HeadingColumn = {
  /** As FOCUS spells it, or as the file does where FOCUS has no such column. */
  name: string;
  index: number;
  /** Undefined for columns outside of FOCUS. */
  type: FocusColumnType | undefined;
  inItem: boolean;
};

const itemColumns: ReadonlySet<string> = new Set(costItemColumns);

/**
 * The columns of a file. Names are matched whatever their case; of columns of the same name the first counts, and the others are
 * kept under a number.
 *
 * @internal
 */
export class FocusHeading {
  readonly columns: readonly HeadingColumn[];
  readonly notes: readonly string[];

  /** @throws InputError for a heading without BilledCost, or without a billing period where none was declared. */
  static read(
    names: readonly string[],
    options: { months: readonly string[] },
  ): FocusHeading {
    if (names.length > mostColumns) {
      throw new InputError(
        `The file has ${names.length} columns, more than ${mostColumns}. Nothing was imported`,
      );
    }
    const heading = new FocusHeading(names);
    if (!heading.has('BilledCost')) {
      throw new InputError(
        `The file has no column BilledCost, so its cost is not known; its columns are ${names
          .slice(0, 60)
          .join(', ')
          .slice(0, 1000)}. Nothing was imported`,
      );
    }
    if (!heading.has('BillingPeriodStart') && options.months.length === 0) {
      throw new InputError(
        'The file has no column BillingPeriodStart, and no billing period was declared: add the column, or send ?period=YYYY-MM. Nothing was imported',
      );
    }
    return heading;
  }

  private constructor(names: readonly string[]) {
    const seen = new Map<string, number>();
    const columns: HeadingColumn[] = [];
    const notes: string[] = [];
    names.forEach((raw, index) => {
      const trimmed = raw.trim().replaceAll('\u0000', '\uFFFD');
      const known = focusColumnsByName.get(trimmed.toLowerCase());
      if (known && known.name !== trimmed) {
        notes.push(`Column ${trimmed} was read as ${known.name}`);
      }
      const name = known?.name ?? trimmed;
      const times = (seen.get(name.toLowerCase()) ?? 0) + 1;
      seen.set(name.toLowerCase(), times);
      if (times > 1 && name) {
        notes.push(
          `Column ${name} is there ${times} times: the first counts, this one is kept as "${name} (${times})"`,
        );
      }
      columns.push({
        name: nameOf(name, index, times),
        index,
        type: times === 1 ? known?.type : undefined,
        inItem: times === 1 && itemColumns.has(name),
      });
    });
    this.columns = columns;
    this.notes = notes;
  }

  has(name: string): boolean {
    return this.indexOf(name) >= 0;
  }

  /** Its place in a row, or -1. */
  indexOf(name: string): number {
    return this.columns.find(column => column.name === name)?.index ?? -1;
  }
}

function nameOf(name: string, index: number, times: number): string {
  if (!name) {
    return `Column ${index + 1}`;
  }
  return times > 1 ? `${name} (${times})` : name;
}
