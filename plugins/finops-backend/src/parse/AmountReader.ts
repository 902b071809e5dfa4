import {
  readAmount,
  type ConformanceChecker,
} from '@portal/plugin-finops-common';
import {
  columnRules,
  countRule,
  type ColumnRules,
  type FocusRow,
} from './columnRules';
import type { FocusHeading } from './FocusHeading';
import { isAbsent } from './isAbsent';

const strictNumber = /^-?(?:\d+(?:\.\d+)?)(?:[eE]-?\d+)?$/;

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
const [listCost, contractedCost, pricingQuantity] = [2, 3, 4];
const [listUnitPrice, contractedUnitPrice] = [6, 7];

type AmountColumn = ColumnRules & { negativeRule: number | undefined };

/** A cost that is the price of a unit times the quantity, by their places among the amounts of a line. */
type ProductRule = { rule: number; cost: number; price: number };

/** Reads the amounts of rows, and checks them. */
export class AmountReader {
  readonly #checker: ConformanceChecker;
  readonly #columns: AmountColumn[];
  readonly #moreColumns: AmountColumn[];
  readonly #products: ProductRule[];
  readonly #read: string[] = new Array(lineAmounts.length).fill('');

  private constructor(heading: FocusHeading, checker: ConformanceChecker) {
    this.#checker = checker;
    const column = (name: string, mayBeNegative: boolean): AmountColumn => ({
      ...columnRules(heading, checker, name),
      negativeRule: mayBeNegative
        ? undefined
        : checker.ruleNumber(`${name}-C-008-M`) ??
          checker.ruleNumber(`${name}-C-009-C`),
    });
    const named: readonly string[] = lineAmounts;
    this.#columns = lineAmounts.map(name =>
      column(name, !name.endsWith('UnitPrice')),
    );
    this.#moreColumns = heading.columns
      .filter(({ name, type }) => type === 'decimal' && !named.includes(name))
      .map(({ name }) => column(name, !name.endsWith('ListUnitPrice')));
    this.#products = [
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

  static create(options: {
    heading: FocusHeading;
    checker: ConformanceChecker;
  }): AmountReader {
    return new AmountReader(options.heading, options.checker);
  }

  /**
   * The amounts of a line in their order, the first of them BilledCost; empty where there is none. They are there until the next row
   * is read.
   */
  read(row: FocusRow, isCorrection: boolean): readonly string[] {
    for (let place = 0; place < this.#columns.length; place += 1) {
      this.#read[place] = this.#readOne(this.#columns[place], row);
    }
    if (!isCorrection) {
      this.#checkProducts(row);
    }
    return this.#read;
  }

  /** Adds all other amounts to the members of a JSON object. */
  addMore(row: FocusRow, ofItem: string): string {
    let members = ofItem;
    for (const column of this.#moreColumns) {
      const amount = this.#readOne(column, row);
      if (amount !== '') {
        members += `${members && ','}"${column.name}":"${amount}"`;
      }
    }
    return members;
  }

  #readOne(column: AmountColumn, row: FocusRow): string {
    const raw = row.cells[column.index];
    if (isAbsent(raw)) {
      return '';
    }
    const trimmed = raw.trim();
    const amount = readAmount(trimmed);
    if (amount === undefined) {
      countRule(this.#checker, column.typeRule, row);
      countRule(this.#checker, column.formatRule, row);
      return '';
    }
    // What is taken as it is written needs no second look.
    if (amount !== trimmed && !strictNumber.test(trimmed)) {
      countRule(this.#checker, column.formatRule, row);
    }
    if (column.negativeRule !== undefined && isNegative(amount)) {
      countRule(this.#checker, column.negativeRule, row);
    }
    return amount;
  }

  #checkProducts(row: FocusRow): void {
    const quantity = this.#read[pricingQuantity];
    if (quantity === '') {
      return;
    }
    for (const { rule, cost, price } of this.#products) {
      if (
        this.#read[price] !== '' &&
        this.#read[cost] !== '' &&
        !this.#checker.isProduct(this.#read[price], quantity, this.#read[cost])
      ) {
        countRule(this.#checker, rule, row);
      }
    }
  }
}

function isNegative(amount: string): boolean {
  return amount.charCodeAt(0) === 0x2d && /[1-9]/.test(amount);
}
