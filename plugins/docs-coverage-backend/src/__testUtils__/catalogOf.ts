import {
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

type Ask = CatalogService['getEntitiesByRefs'];

/** A catalog that shows everything to services, and to users all but what is hidden from them. */
export function catalogOf(entities: Entity[], hidden: string[] = []) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => {
      const catalog = catalogServiceMock({ entities });
      const forUsers = catalogServiceMock({
        entities: entities.filter(
          entity => !hidden.includes(stringifyEntityRef(entity)),
        ),
      });
      const ofAll = catalog.getEntitiesByRefs.bind(catalog);
      const getEntitiesByRefs: Ask = async (request, options) => {
        const { principal } = options.credentials as BackstageCredentials<{
          type?: string;
        }>;
        return principal.type === 'user'
          ? forUsers.getEntitiesByRefs(request, options)
          : ofAll(request, options);
      };
      return Object.assign(catalog, { getEntitiesByRefs });
    },
  });
}
