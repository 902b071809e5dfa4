import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The parts of an entity that a scan needs. */
const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

const batchSize = 500;

/** Reads the catalog by and by, never all of it at once. */
export class CatalogReader {
  readonly #auth: AuthService;
  readonly #catalog: Pick<CatalogService, 'queryEntities'>;

  private constructor(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'queryEntities'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  static create(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'queryEntities'>;
  }): CatalogReader {
    return new CatalogReader(options);
  }

  async *read(
    filter: Array<Record<string, string | string[]>>,
    signal?: AbortSignal,
  ): AsyncGenerator<Entity[]> {
    let cursor: string | undefined;
    do {
      signal?.throwIfAborted();
      const credentials = await this.#auth.getOwnServiceCredentials();
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, fields, limit: batchSize }
          : { filter, fields, limit: batchSize },
        { credentials },
      );
      yield page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
}
