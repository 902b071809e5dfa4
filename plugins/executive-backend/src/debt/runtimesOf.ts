import { endOfLifeDates, type ProductDates } from './endOfLifeDates';

/** A runtime that a component names, and what is known of it. */
export type NamedRuntime = {
  /** As it is written. */
  text: string;
  /** Absent where the data does not know it. */
  known?: {
    product: ProductDates;
    cycle: string;
    /** `YYYY-MM-DD` */
    endOfLife: string;
  };
};

const products = new Map(endOfLifeDates.map(each => [each.id, each]));
const most = 50;

/** What a component says that it runs on: `nodejs@22, postgresql@16.4`. A version belongs to the longest cycle that it begins with. */
export function runtimesOf(text: string | undefined): NamedRuntime[] {
  return [...new Set((text ?? '').split(',').map(each => each.trim()))]
    .filter(Boolean)
    .slice(0, most)
    .map(each => {
      const [, id = '', version = ''] =
        /^([a-z][a-z0-9-]*)@v?([0-9][0-9.]*)/i.exec(each) ?? [];
      const product = products.get(id.toLocaleLowerCase('en-US'));
      const cycle =
        product &&
        Object.keys(product.cycles)
          .filter(known => version === known || version.startsWith(`${known}.`))
          .sort((one, other) => other.length - one.length)[0];
      return {
        text: each.slice(0, 100),
        ...(product &&
          cycle !== undefined && {
            known: { product, cycle, endOfLife: product.cycles[cycle] },
          }),
      };
    });
}
