import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EnvironmentLookup } from './EnvironmentLookup';

const fields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'spec.type',
  'spec.order',
];

/**
 * Asks the catalog itself.
 *
 * @remarks
 *
 * The first entities are processed while the catalog's own API may not answer yet. An environment is then
 * taken as it is: it is processed again within minutes, and refused then if it has to be.
 */
export class CatalogEnvironmentLookup implements EnvironmentLookup {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    return new CatalogEnvironmentLookup(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  async getByRef(entityRef: string): Promise<Entity | undefined> {
    return this.#ask(undefined, async () => {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: [entityRef], fields },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      return items[0];
    });
  }

  async getByName(name: string): Promise<Entity[]> {
    return this.#ask([], async () => {
      const { items } = await this.#catalog.queryEntities(
        {
          filter: {
            kind: 'resource',
            'spec.type': 'environment',
            'metadata.name': name,
          },
          fields,
          limit: 10,
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      return items;
    });
  }

  async #ask<T>(unknown: T, question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      this.#logger.debug(
        'Environments are not compared: the catalog did not answer',
        toError(error),
      );
      return unknown;
    }
  }
}
