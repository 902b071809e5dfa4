import { readFile } from 'node:fs/promises';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError, stringifyError } from '@backstage/errors';
import { parseInput } from '@portal/backend-routes';
import type {
  DeclaredValue,
  PeopleRateInput,
} from '@portal/plugin-executive-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { fileDebtSchema } from '../debt/debtSchema';
import type { DebtStore } from '../debt/DebtStore';
import { fileInitiativeSchema } from '../initiatives/initiativeSchema';
import type { InitiativeStore } from '../initiatives/InitiativeStore';
import type { OwnedInput, OwnedStore } from '../owned/OwnedStore';
import { peopleRateSchema } from '../people/peopleRateSchema';
import { fileValueSchema } from '../returns/valueSchema';
import { demoDays } from './demoDays';

const mostBytes = 2_000_000;
const list = <T extends z.ZodType>(schema: T) =>
  z.array(schema).max(5000).default([]);

const fileSchema = z.strictObject({
  demo: z.boolean().default(false),
  initiatives: list(fileInitiativeSchema),
  debt: list(fileDebtSchema),
  values: list(fileValueSchema),
  peopleRates: list(peopleRateSchema),
});

/** What {@link StewardshipFiles} reads and fills. */
export type StewardshipFilesOptions = {
  /** Whether generated data is shown. */
  demo: boolean;
  /** Paths and URLs. */
  files: readonly string[];
  logger: LoggerService;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  debts: DebtStore;
  initiatives: InitiativeStore;
  rates: OwnedStore<PeopleRateInput>;
  values: OwnedStore<{ value: DeclaredValue }>;
};

/** Initiatives, debt, values and rates of YAML files, such as those in Git. A file that can't be used keeps what it last said. */
export class StewardshipFiles {
  readonly #options: StewardshipFilesOptions;

  private constructor(options: StewardshipFilesOptions) {
    this.#options = options;
  }

  static create(options: StewardshipFilesOptions): StewardshipFiles {
    return new StewardshipFiles(options);
  }

  /** Reads all files anew. What files keep that are not named any more is taken away. */
  async refresh(options: { now?: Date } = {}): Promise<void> {
    const { files, logger } = this.#options;
    for (const file of files) {
      try {
        await this.#take(file, options.now ?? new Date());
      } catch (error) {
        logger.warn(
          `${file} could not be used; what it said before stays: ${stringifyError(
            error,
          )}`,
        );
      }
    }
    for (const store of this.#stores()) {
      await store.forgetFilesExcept(files, 'configuration');
    }
  }

  #stores() {
    const { debts, initiatives, rates, values } = this.#options;
    return [initiatives.items, debts, rates, values];
  }

  async #take(file: string, now: Date): Promise<void> {
    const { debts, initiatives, rates, values } = this.#options;
    const content = parse(await this.#read(file)) ?? {};
    const found = parseInput(
      fileSchema,
      content.demo === true ? demoDays(content, now) : content,
      file,
    );
    const isShown = !found.demo || this.#options.demo;
    const put = async <T extends object>(
      store: OwnedStore<T>,
      name: string,
      inputs: OwnedInput<T>[],
    ) => {
      const ids = inputs.map(({ id }) => id);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice !== undefined) {
        throw new InputError(
          `${name}: found ${twice} twice; give each its own id`,
        );
      }
      const taken = await store.replace(
        { origin: 'file', location: file },
        isShown ? inputs.map(each => ({ ...each, demo: found.demo })) : [],
        file,
      );
      if (taken.length > 0) {
        this.#options.logger.warn(
          `${file}: ${name}: ${taken.join(
            ', ',
          )} are kept elsewhere already, and stay as they are there`,
        );
      }
    };
    await put(
      initiatives.items,
      'initiatives',
      found.initiatives.map(({ notes, ...document }) => ({
        id: document.id,
        document: {
          ...document,
          notes: notes.map(note => ({ ...note, at: `${note.at}T00:00:00Z` })),
        },
      })),
    );
    await put(
      debts,
      'debt',
      found.debt.map(({ id, ...document }) => ({
        id,
        document: { ...document, source: 'manual' as const },
      })),
    );
    await put(
      values,
      'values',
      found.values.map(({ entityRef, value }) => ({
        id: entityRef,
        document: { value },
      })),
    );
    await put(
      rates,
      'peopleRates',
      found.peopleRates.map(rate => ({ id: rateId(rate), document: rate })),
    );
  }

  async #read(file: string): Promise<string> {
    const content = /^https?:\/\//.test(file)
      ? await (await this.#options.urlReader.readUrl(file)).buffer()
      : await readFile(file);
    if (content.length > mostBytes) {
      throw new InputError(
        `found ${content.length} bytes, expected at most ${mostBytes}`,
      );
    }
    return content.toString('utf8');
  }
}

/** A group has one rate from a day on. */
export function rateId({ from, groupRef }: PeopleRateInput): string {
  return `${groupRef}@${from}`;
}
