import { readFile } from 'node:fs/promises';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError, stringifyError } from '@backstage/errors';
import { parseInput } from '@portal/backend-routes';
import type { CarbonFactor } from '@portal/plugin-finops-common';
import { parse } from 'yaml';
import { carbonFileSchema } from './carbonFactorSchema';

const mostBytes = 5_000_000;

/** What {@link CarbonFactorFiles} works with. */
export type CarbonFactorFilesOptions = {
  /** URLs and paths of YAML files. */
  files: readonly string[];
  logger: LoggerService;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
};

/** Reads factors of carbon from files, such as those in Git. */
export class CarbonFactorFiles {
  readonly #options: CarbonFactorFilesOptions;

  private constructor(options: CarbonFactorFilesOptions) {
    this.#options = options;
  }

  static create(options: CarbonFactorFilesOptions): CarbonFactorFiles {
    return new CarbonFactorFiles(options);
  }

  /** All factors, those of the first file first. Undefined where a file can't be used: what is in force stays so, and the log says why. */
  async read(): Promise<CarbonFactor[] | undefined> {
    const { files, logger } = this.#options;
    const factors: CarbonFactor[] = [];
    for (const file of files) {
      try {
        factors.push(
          ...parseInput(carbonFileSchema, parse(await this.#text(file)), file),
        );
      } catch (error) {
        logger.error(
          `The carbon factors of ${file} are not taken, those before stay in force: ${stringifyError(
            error,
          )}`,
        );
        return undefined;
      }
    }
    return factors;
  }

  async #text(file: string): Promise<string> {
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
