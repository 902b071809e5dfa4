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
import type { Knex } from 'knex';
import { parse } from 'yaml';
import { z } from 'zod';
import { fileDebtSchema } from '../debt/debtSchema';
import type { DebtStore } from '../debt/DebtStore';
import { exemptionSchema } from '../exemptions/exemptionSchema';
import { exemptionId, type ExemptionStore } from '../exemptions/ExemptionStore';
import { wholeGoalSchema } from '../goals/goalSchema';
import type { GoalStore } from '../goals/GoalStore';
import { fileInitiativeSchema } from '../initiatives/initiativeSchema';
import type { InitiativeStore } from '../initiatives/InitiativeStore';
import type { OwnedStore } from '../owned/OwnedStore';
import type { OwnedInput } from '../owned/OwnedTable';
import { peopleRateSchema } from '../people/peopleRateSchema';
import { fileValueSchema } from '../returns/valueSchema';
import { fileBaselineSchema } from '../success/baselineSchema';
import type { BaselineStore } from '../success/BaselineStore';
import { demoDays } from './demoDays';

const mostBytes = 2_000_000;
const list = <T extends z.ZodType>(schema: T) =>
  z.array(schema).max(5000).default([]);

const fileSchema = z.strictObject({
  demo: z.boolean().default(false),
  baseline: fileBaselineSchema.optional(),
  initiatives: list(fileInitiativeSchema),
  exemptions: list(exemptionSchema),
  goals: list(wholeGoalSchema),
  debt: list(fileDebtSchema),
  values: list(fileValueSchema),
  peopleRates: list(peopleRateSchema),
});

type StewardshipFile = z.output<typeof fileSchema>;

/** One list of a file, and how it is put into its store. */
type FileList = {
  name: string;
  ids: string[];
  put(options: {
    file: string;
    isShown: boolean;
    transaction: Knex.Transaction;
  }): Promise<string[]>;
};

/** What {@link StewardshipFiles} reads and fills. */
export type StewardshipFilesOptions = {
  /** Whether generated data is shown. */
  demo: boolean;
  client: Knex;
  /** Paths and URLs. */
  files: readonly string[];
  logger: LoggerService;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  baselines: BaselineStore;
  debts: DebtStore;
  exemptions: ExemptionStore;
  goals: GoalStore;
  initiatives: InitiativeStore;
  rates: OwnedStore<PeopleRateInput>;
  values: OwnedStore<{ value: DeclaredValue }>;
};

/** Initiatives, exemptions, goals, debt, values, rates and the baseline of YAML files, such as those in Git. A file that can't be used keeps what it last said. */
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
    const { baselines, demo, files, logger } = this.#options;
    if (!demo) {
      await baselines.forgetDemo();
    }
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
    const { debts, exemptions, goals, initiatives, rates, values } =
      this.#options;
    return [initiatives.items, exemptions, goals, debts, rates, values];
  }

  /** All lists of a file, or none of them. */
  async #take(file: string, now: Date): Promise<void> {
    const content = parse(await this.#read(file)) ?? {};
    const found = parseInput(
      fileSchema,
      content.demo === true ? demoDays(content, now) : content,
      file,
    );
    const isShown = !found.demo || this.#options.demo;
    const lists = this.#lists(file, found);
    lists.forEach(requireOwnIds);
    const taken = await this.#options.client.transaction(async transaction => {
      const ids: string[] = [];
      for (const { put } of lists) {
        ids.push(...(await put({ file, isShown, transaction })));
      }
      if (isShown && !(await this.#takeBaseline(found, transaction))) {
        ids.push('baseline');
      }
      return ids;
    });
    if (taken.length > 0) {
      this.#options.logger.warn(
        `${file}: ${taken.join(
          ', ',
        )} are kept elsewhere already, and stay as they are there`,
      );
    }
  }

  /** Whether it is the one that counts; it is chosen once, so that a file that says another one later changes nothing. */
  async #takeBaseline(
    { baseline, demo }: StewardshipFile,
    transaction: Knex.Transaction,
  ): Promise<boolean> {
    if (!baseline) {
      return true;
    }
    const { by, ...chosen } = baseline;
    return this.#options.baselines.declare(
      { ...chosen, lockedBy: by, demo },
      transaction,
    );
  }

  /** Always in this order: two that read at once wait for each other, and not in a circle. */
  #lists(file: string, found: StewardshipFile): FileList[] {
    const { debts, exemptions, goals, initiatives, rates, values } =
      this.#options;
    const { demo } = found;
    return [
      listOf(
        'initiatives',
        initiatives.items,
        demo,
        found.initiatives.map(document => ({ id: document.id, document })),
      ),
      listOf(
        'exemptions',
        exemptions,
        demo,
        found.exemptions.map(exemption => ({
          id: exemptionId(exemption),
          document: { ...exemption, decidedBy: file },
        })),
      ),
      listOf(
        'goals',
        goals,
        demo,
        found.goals.map(document => ({ id: document.id, document })),
      ),
      listOf(
        'debt',
        debts,
        demo,
        found.debt.map(({ id, ...document }) => ({
          id,
          document: { ...document, source: 'manual' as const },
        })),
      ),
      listOf(
        'values',
        values,
        demo,
        found.values.map(({ entityRef, value }) => ({
          id: entityRef,
          document: { value },
        })),
      ),
      listOf(
        'peopleRates',
        rates,
        demo,
        found.peopleRates.map(rate => ({ id: rateId(rate), document: rate })),
      ),
    ];
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

function listOf<T extends object>(
  name: string,
  store: OwnedStore<T>,
  demo: boolean,
  inputs: OwnedInput<T>[],
): FileList {
  return {
    name,
    ids: inputs.map(({ id }) => id),
    put: ({ file, isShown, transaction }) =>
      store.replace(
        { origin: 'file', location: file },
        isShown ? inputs.map(each => ({ ...each, demo })) : [],
        file,
        transaction,
      ),
  };
}

function requireOwnIds({ ids, name }: FileList): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InputError(`${name}: found ${twice} twice; give each its own id`);
  }
}

/** A group has one rate from a day on. */
export function rateId({ from, groupRef }: PeopleRateInput): string {
  return `${groupRef}@${from}`;
}
