import { readFile } from 'node:fs/promises';
import type {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError, NotModifiedError, toError } from '@backstage/errors';
import { parse } from 'yaml';
import type { RuleStore } from './RuleStore';

/** What {@link RulesFile} works with. */
export type RulesFileOptions = {
  config: RootConfigService;
  logger: LoggerService;
  store: RuleStore;
  urlReader: UrlReaderService;
};

/** Where the configuration says that rules are kept. */
export function rulesLocation(config: RootConfigService): string | undefined {
  return config.getOptionalString('finops.allocation.rules');
}

/**
 * Rules that are kept in Git: a YAML file, by its URL or its path. A file that can't be used changes nothing; what is wrong is logged.
 */
export class RulesFile {
  readonly #options: RulesFileOptions;
  #etag?: string;

  private constructor(options: RulesFileOptions) {
    this.#options = options;
  }

  static create(options: RulesFileOptions): RulesFile {
    return new RulesFile(options);
  }

  /** Puts what the file says in force. Answers whether there is a file that could be used. */
  async refresh(): Promise<boolean> {
    const { config, logger, store } = this.#options;
    const location = rulesLocation(config);
    if (!location) {
      return false;
    }
    try {
      const text = await this.#read(location);
      if (text !== undefined) {
        await store.put(parseYaml(text), {
          origin: location,
          author: location,
        });
      }
      return true;
    } catch (error) {
      logger.error(
        `The allocation rules of ${location} are not taken, those before stay in force`,
        toError(error),
      );
      return false;
    }
  }

  async #read(location: string): Promise<string | undefined> {
    if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
      return readFile(location, 'utf8');
    }
    try {
      const { buffer, etag } = await this.#options.urlReader.readUrl(location, {
        etag: this.#etag,
      });
      const text = (await buffer()).toString('utf8');
      this.#etag = etag;
      return text;
    } catch (error) {
      if (error instanceof NotModifiedError) {
        return undefined;
      }
      throw error;
    }
  }
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new InputError(`The file is no YAML: ${toError(error).message}`);
  }
}
