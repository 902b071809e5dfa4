import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DemoOrganisationProvider } from './DemoOrganisationProvider';

/**
 * Adds the demo organisation to the catalog while `portal.demo` is true.
 *
 * @public
 */
export const catalogModuleDemoOrganisation = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-organisation',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        catalog.addEntityProvider(DemoOrganisationProvider.fromConfig(config));
      },
    });
  },
});
