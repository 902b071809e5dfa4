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
import { widgetDefinitionsServiceRef } from '@portal/plugin-widgets-node';
import { dashboardModelLayer } from './dashboardModelLayer';
import { DashboardProcessor } from './DashboardProcessor';
import { EnvironmentNames } from './EnvironmentNames';

/**
 * Adds the kind `Dashboard` to the catalog.
 *
 * @public
 */
export const catalogModuleDashboards = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'dashboards',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        widgets: widgetDefinitionsServiceRef,
      },
      async init({ auth, catalog, logger, model, processing, widgets }) {
        model.addModelSource(CatalogModelSources.static([dashboardModelLayer]));
        processing.addProcessor(
          DashboardProcessor.create({
            widgets,
            environments: EnvironmentNames.create({ auth, catalog, logger }),
          }),
        );
      },
    });
  },
});
