import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** How long an answer holds: a hundred dashboards are checked within seconds. */
const LIFETIME_MS = 10_000;
/** No organisation has as many environments; more would be a mistake that costs memory. */
const MOST = 500;

/**
 * The names of the environments that the catalog has, in the order of the way to production.
 */
export class EnvironmentNames {
  readonly #options: EnvironmentNamesOptions;
  #answer: { at: number; names: Promise<string[] | undefined> } | undefined;

  static create(options: EnvironmentNamesOptions): EnvironmentNames {
    return new EnvironmentNames(options);
  }

  private constructor(options: EnvironmentNamesOptions) {
    this.#options = options;
  }

  /**
   * Undefined where it can't be told: while the catalog does not answer, or has none yet because it reads everything for the
   * first time.
   */
  async list(): Promise<string[] | undefined> {
    const { now = Date.now } = this.#options;
    if (!this.#answer || now() - this.#answer.at >= LIFETIME_MS) {
      this.#answer = { at: now(), names: this.#ask() };
    }
    return this.#answer.names;
  }

  async #ask(): Promise<string[] | undefined> {
    const { auth, catalog, logger } = this.#options;
    try {
      const { items } = await catalog.queryEntities(
        {
          filter: { kind: 'resource', 'spec.type': 'environment' },
          fields: ['metadata.name', 'spec.order'],
          limit: MOST,
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const names = items
        .sort(
          (one, other) => Number(one.spec?.order) - Number(other.spec?.order),
        )
        .map(({ metadata }) => metadata.name);
      return names.length > 0 ? names : undefined;
    } catch (error) {
      logger.debug(
        'Environments of dashboards are not checked: the catalog did not answer',
        toError(error),
      );
      return undefined;
    }
  }
}

/** What {@link EnvironmentNames} asks. */
export type EnvironmentNamesOptions = {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  now?: () => number;
};
