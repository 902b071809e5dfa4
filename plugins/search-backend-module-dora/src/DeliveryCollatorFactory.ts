import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  wholeCompany,
  type DoraApi,
  type ServicePage,
} from '@portal/plugin-dora-common';
import { Readable } from 'node:stream';
import {
  createDeliveryDocument,
  type DeliveryDocument,
} from './createDeliveryDocument';

/** What the delivery backend gives at most. */
const usualPageSize = 500;

/**
 * What {@link DeliveryCollatorFactory} reads.
 *
 * @public
 */
export type DeliveryCollatorFactoryOptions = {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  delivery: Pick<DoraApi, 'getOverviewServices'>;
  /** Services a page, 1 to 500. Default: 500. */
  pageSize?: number;
};

/**
 * Makes a document of each service that has delivery figures, a page of services at a time.
 *
 * @public
 */
export class DeliveryCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'delivery';
  /** A document is shown to those who see its entity. */
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: DeliveryCollatorFactoryOptions;

  private constructor(options: DeliveryCollatorFactoryOptions) {
    this.#options = options;
  }

  static create(
    options: DeliveryCollatorFactoryOptions,
  ): DeliveryCollatorFactory {
    return new DeliveryCollatorFactory(options);
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<DeliveryDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#readPage(cursor);
      const measured = page.items.filter(({ tiers }) => tiers !== undefined);
      const entities = await this.#readEntities(
        measured.map(({ entityRef }) => entityRef),
      );
      for (const [index, { metrics, tiers }] of measured.entries()) {
        const entity = entities[index];
        if (entity && metrics && tiers) {
          yield createDeliveryDocument({ entity, metrics, tiers });
        }
      }
      // Services without figures come last, so that none follows them.
      const allMeasured = measured.length === page.items.length;
      cursor = allMeasured ? page.nextCursor : undefined;
    } while (cursor);
  }

  async #readPage(cursor: string | undefined): Promise<ServicePage> {
    const { auth, delivery, pageSize = usualPageSize } = this.#options;
    // A token for each page: an index may take longer than one lives.
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'dora',
    });
    return delivery.getOverviewServices(
      {
        scope: wholeCompany,
        days: 90,
        order: 'name',
        limit: pageSize,
        cursor,
      },
      { token },
    );
  }

  async #readEntities(
    entityRefs: string[],
  ): Promise<readonly (Entity | undefined)[]> {
    const { auth, catalog } = this.#options;
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'relations',
          'spec.type',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items;
  }
}
