import { InputError } from '@backstage/errors';
import { readEntityRef } from './readEntityRef';

/** Each of them is locked until the import is done, and the database has room for so many locks only. */
export const maxEntities = 1000;

/** How many ways to write the same names are remembered. */
const maxSpellings = 10 * maxEntities;

/**
 * The components that an import is of, numbered as they come: the only one that it is of, or those that its lines name.
 */
export class ImportEntities {
  readonly #numbers = new Map<string, number>();
  readonly #spellings = new Map<unknown, number>();

  /** In lower case, of the only component that all lines are of, if that is so. */
  readonly only: string | undefined;

  private constructor(entityRef?: string) {
    this.only = entityRef?.toLocaleLowerCase('en-US');
    if (this.only !== undefined) {
      this.#numbers.set(this.only, 0);
    }
  }

  /** @param options - without `entityRef` each line names its own. */
  static create(options: { entityRef?: string }): ImportEntities {
    return new ImportEntities(options.entityRef);
  }

  /** In lower case, by number. */
  get refs(): string[] {
    return [...this.#numbers.keys()];
  }

  /**
   * The number of the component that a line is of.
   *
   * @param named - what the line has for an `entityRef`; an `InputError` says what is wrong with it.
   */
  numberOf(named: unknown): number {
    return this.only === undefined
      ? this.#spellings.get(named) ?? this.#add(named)
      : 0;
  }

  #add(named: unknown): number {
    const ref = readEntityRef(named);
    const number = this.#numbers.get(ref) ?? this.#numbers.size;
    if (number >= maxEntities) {
      throw new InputError(
        `entityRef: found ${ref} after ${maxEntities} other components, expected no more in one import; send the rest in another one`,
      );
    }
    this.#numbers.set(ref, number);
    if (this.#spellings.size < maxSpellings) {
      this.#spellings.set(named, number);
    }
    return number;
  }
}
