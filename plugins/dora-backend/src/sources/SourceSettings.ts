import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * A place in the configuration whose keys are all known: a misspelled one would be left out without a word.
 *
 * @internal
 */
export class SourceSettings {
  readonly config: Config;
  readonly #path: string;

  private constructor(config: Config, path: string) {
    this.config = config;
    this.#path = path;
  }

  /** @throws InputError naming the first key that is not known. */
  static create(options: {
    config: Config;
    /** Of the place itself, such as `dora.sources.github`. */
    path: string;
    known: readonly string[];
  }): SourceSettings {
    const { config, path, known } = options;
    const unknown = config.keys().find(key => !known.includes(key));
    if (unknown !== undefined) {
      throw new InputError(
        `${path}.${unknown}: there is no such setting, expected ${
          known.length > 0 ? `one of ${known.join(', ')}` : 'none'
        }`,
      );
    }
    return new SourceSettings(config, path);
  }

  at(key: string, known: readonly string[]): SourceSettings | undefined {
    const config = this.config.getOptionalConfig(key);
    const path = `${this.#path}.${key}`;
    return config && SourceSettings.create({ config, path, known });
  }

  list(key: string, known: readonly string[]): SourceSettings[] | undefined {
    return this.config.getOptionalConfigArray(key)?.map((config, index) =>
      SourceSettings.create({
        config,
        path: `${this.#path}.${key}[${index}]`,
        known,
      }),
    );
  }

  text(key: string): string | undefined {
    return this.config.getOptionalString(key);
  }

  /** Those texts of these keys that are there; at least one has to be. */
  requireOneOf<K extends string>(keys: readonly K[]): { [key in K]?: string } {
    const found = keys.filter(key => this.config.has(key));
    if (found.length === 0) {
      throw new InputError(
        `${this.#path}: expected at least one of ${keys.join(', ')}`,
      );
    }
    const texts: { [key in K]?: string } = {};
    for (const key of found) {
      texts[key] = this.config.getString(key);
    }
    return texts;
  }

  texts(key: string): string[] | undefined {
    return this.config.getOptionalStringArray(key);
  }

  /** Texts by names of any kind, which may not be keys of a configuration otherwise. */
  textsByName(key: string): Record<string, string> | undefined {
    const value = this.config.getOptional<unknown>(key);
    return value === undefined
      ? undefined
      : requireTexts(value, `${this.#path}.${key}`);
  }

  listOfTextsByName(key: string): Record<string, string>[] | undefined {
    const value = this.config.getOptional<unknown>(key);
    const path = `${this.#path}.${key}`;
    if (value !== undefined && !Array.isArray(value)) {
      throw new InputError(`${path}: expected a list`);
    }
    return value?.map((item, index) => requireTexts(item, `${path}[${index}]`));
  }
}

function requireTexts(value: unknown, path: string): Record<string, string> {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isObject ? Object.entries(value) : [];
  if (entries.length === 0) {
    throw new InputError(`${path}: expected an object with texts in it`);
  }
  for (const [name, text] of entries) {
    if (typeof text !== 'string' || text === '') {
      throw new InputError(
        `${path}.${name}: expected a text; write numbers and yes or no in quotes`,
      );
    }
  }
  return Object.fromEntries(entries);
}
