import {
  costItemColumns,
  type ConformanceChecker,
} from '@portal/plugin-finops-common';
import type { FocusHeading, HeadingColumn } from './FocusHeading';
import { IdSet } from './IdSet';
import { isAbsent } from './isAbsent';
import { packItem } from './packedItem';
import { readTags } from './readTags';
import { ownText, RecentMap } from './RecentMap';

const separator = '\u001f';
const generation = 20_000;

const providerName = costItemColumns.indexOf('ProviderName');
const publisherName = costItemColumns.indexOf('PublisherName');

/** What rows that agree in all their text have in common. */
export type KnownItem = {
  id: string;
  brokenRules: readonly number[];
  /** Members of the JSON object of columns that no other field has, without braces. */
  extra: string;
  notes: readonly string[];
  /** ISO 4217, or empty. */
  currency: string;
  isCorrection: boolean;
};

/**
 * Finds the item of a row. Rows of a file repeat few of them, so what was worked out for one is remembered under the text of all
 * columns that hold text, and under which of the others are null: with that much in common rows break the same rules too.
 *
 * @internal
 */
export class ItemReader {
  private readonly known = RecentMap.create<KnownItem>({ generation });
  private readonly sent = IdSet.create();
  private readonly text: HeadingColumn[];
  private readonly others: HeadingColumn[];
  private readonly places: Map<string, number>;
  /** Of the columns of an item in their order; -1 where the file has no such column. */
  private readonly itemPlaces: number[];
  /** Columns of text that hang on an item, and are kept with the line. */
  private readonly kept: Array<{ key: string; name: string; place: number }>;
  private readonly parts: string[];

  static create(options: {
    heading: FocusHeading;
    checker: ConformanceChecker;
    /** Takes the packed row of an item that was not seen before. */
    onItem(row: string): void;
  }): ItemReader {
    return new ItemReader(options.heading, options.checker, options.onItem);
  }

  private constructor(
    heading: FocusHeading,
    private readonly checker: ConformanceChecker,
    private readonly onItem: (row: string) => void,
  ) {
    const ofFocus = heading.columns.filter(column => column.type !== undefined);
    this.text = ofFocus.filter(
      ({ type }) => type === 'text' || type === 'json',
    );
    this.others = ofFocus.filter(
      ({ type }) => type !== 'text' && type !== 'json',
    );
    this.places = new Map(
      [...this.text, ...this.others].map(({ name }, place) => [name, place]),
    );
    this.itemPlaces = costItemColumns.map(name => this.places.get(name) ?? -1);
    this.kept = this.text.flatMap(({ name, inItem }, place) =>
      inItem || name === 'BillingCurrency'
        ? []
        : [{ key: `${JSON.stringify(name)}:`, name, place }],
    );
    this.parts = new Array(this.text.length + 1);
  }

  /** The item of a row, and whatever hangs on its text. */
  read(cells: readonly string[]): KnownItem {
    const { parts, text, others } = this;
    for (let place = 0; place < text.length; place += 1) {
      parts[place] = cells[text[place].index];
    }
    let nulls = 0;
    for (let place = 0; place < others.length; place += 1) {
      if (isAbsent(cells[others[place].index])) {
        nulls += 2 ** place;
      }
    }
    parts[text.length] = String(nulls);
    const key = parts.join(separator);
    const known = this.known.get(key);
    if (known) {
      return known;
    }
    const own = ownText(key);
    const owned = own.split(separator);
    const found = this.work(
      // A cell that has the separator in it cuts the text elsewhere.
      owned.length === parts.length ? owned : parts.map(ownText),
      nulls,
    );
    this.known.set(own, found);
    return found;
  }

  private work(parts: readonly string[], nulls: number): KnownItem {
    const values = this.text.map((_, place) => clean(parts[place]));
    this.others.forEach((_, place) => {
      values.push(Math.floor(nulls / 2 ** place) % 2 ? '' : 'set');
    });
    const cell = (name: string) => {
      const place = this.places.get(name);
      return place === undefined ? '' : values[place];
    };
    const notes: string[] = [];
    const written = cell('Tags');
    const tags = written ? readTags(written) : {};
    if (!tags) {
      notes.push(
        'Tags that are no JSON object were not read, and are kept as text',
      );
    }
    const columns = this.itemPlaces.map(place => values[place] ?? '');
    columns[providerName] ||=
      cell('ServiceProviderName') || cell('HostProviderName');
    columns[publisherName] ||= cell('ServiceProviderName');
    const item = packItem(columns, tags ?? {});
    if (this.sent.add(item.id)) {
      this.onItem(item.row);
    }
    const currency = cell('BillingCurrency');
    return {
      id: item.id,
      brokenRules: this.checker.brokenRules(cell),
      extra: this.kept
        .filter(
          ({ name, place }) => values[place] && !(name === 'Tags' && tags),
        )
        .map(({ key, place }) => `${key}${JSON.stringify(values[place])}`)
        .join(','),
      notes,
      currency: /^[a-z]{3}$/i.test(currency)
        ? currency.toUpperCase()
        : currency.replaceAll(/\s+/g, ' '),
      isCorrection: cell('ChargeClass') === 'Correction',
    };
  }
}

function clean(text: string): string {
  return isAbsent(text) ? '' : text.trim();
}
