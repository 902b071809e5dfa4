import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { portalModelLayers } from './model/portalModelLayers';
import { filePlaceholderResolver } from './placeholders/filePlaceholderResolver';
import { CatalogEnvironmentLookup } from './processors/CatalogEnvironmentLookup';
import { PortalModelProcessor } from './processors/PortalModelProcessor';

/**
 * Adds the portal's model layers to the catalog, and the processor for what a schema can't say.
 *
 * @public
 */
export const catalogModulePortalModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'portal-model',
  register(env) {
    env.registerInit({
      deps: {
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
        logger: coreServices.logger,
      },
      async init({ model, processing, catalog, auth, logger }) {
        model.addModelSource(CatalogModelSources.static(portalModelLayers));
        processing.addPlaceholderResolver('file', filePlaceholderResolver);
        processing.addProcessor(
          PortalModelProcessor.create({
            environments: CatalogEnvironmentLookup.create({
              catalog,
              auth,
              logger,
            }),
          }),
        );
      },
    });
  },
});
