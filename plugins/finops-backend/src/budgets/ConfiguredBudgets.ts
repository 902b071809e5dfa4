import { readFile } from 'node:fs/promises';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError, stringifyError } from '@backstage/errors';
import type { Budget } from '@portal/plugin-finops-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseInput } from '@portal/backend-routes';
import { configuredBudgetSchema } from './budgetSchema';

const mostBytes = 1_000_000;
const fileSchema = z.union([
  z.array(z.unknown()),
  z.strictObject({ budgets: z.array(z.unknown()) }),
]);

/** What {@link ConfiguredBudgets} works with. */
export type ConfiguredBudgetsOptions = {
  /** What `finops.budgets` lists. */
  listed: readonly unknown[];
  /** URLs and paths of YAML files. */
  files: readonly string[];
  logger: LoggerService;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
};

/** Budgets of the configuration and of files, such as those in Git. A file that can't be read keeps what it last said. */
export class ConfiguredBudgets {
  readonly #options: ConfiguredBudgetsOptions;
  readonly #listed: Budget[];
  readonly #files = new Map<string, Budget[]>();
  #isRead = false;

  private constructor(options: ConfiguredBudgetsOptions) {
    this.#options = options;
    this.#listed = readBudgets(options.listed, 'finops.budgets');
  }

  /** Fails with an InputError where the configuration itself is wrong. */
  static create(options: ConfiguredBudgetsOptions): ConfiguredBudgets {
    return new ConfiguredBudgets(options);
  }

  async list(): Promise<Budget[]> {
    if (!this.#isRead) {
      await this.refresh();
    }
    // The configuration wins, then the first file.
    const budgets = new Map<string, Budget>();
    for (const budget of [
      ...this.#listed,
      ...[...this.#files.values()].flat(),
    ]) {
      if (!budgets.has(budget.id)) {
        budgets.set(budget.id, budget);
      }
    }
    return [...budgets.values()];
  }

  /** Reads all files anew. */
  async refresh(): Promise<void> {
    for (const file of this.#options.files) {
      try {
        const found = parseInput(
          fileSchema,
          parse(await this.#read(file)),
          file,
        );
        this.#files.set(
          file,
          readBudgets(Array.isArray(found) ? found : found.budgets, file),
        );
      } catch (error) {
        this.#options.logger.warn(
          `The budgets of ${file} could not be read; those that it had before stay in force: ${stringifyError(
            error,
          )}`,
        );
      }
    }
    this.#isRead = true;
  }

  async #read(file: string): Promise<string> {
    const content = /^https?:\/\//.test(file)
      ? await (await this.#options.urlReader.readUrl(file)).buffer()
      : await readFile(file);
    if (content.length > mostBytes) {
      throw new InputError(
        `${file}: found ${content.length} bytes, expected at most ${mostBytes}`,
      );
    }
    return content.toString('utf8');
  }
}

function readBudgets(list: readonly unknown[], where: string): Budget[] {
  const budgets = list.map((each, index) =>
    parseInput(configuredBudgetSchema, each, `${where}[${index}]`),
  );
  const seen = new Set<string>();
  for (const { id } of budgets) {
    if (seen.has(id)) {
      throw new InputError(
        `${where}: found the id "${id.replace(
          'config:',
          '',
        )}" twice; give each budget its own`,
      );
    }
    seen.add(id);
  }
  return budgets;
}
