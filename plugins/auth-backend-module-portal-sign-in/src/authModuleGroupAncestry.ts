import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authOwnershipResolutionExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { GroupAncestryOwnershipResolver } from './ownership/GroupAncestryOwnershipResolver';

/**
 * Makes every sign-in carry the user's groups and the groups above them.
 *
 * @public
 */
export const authModuleGroupAncestry = createBackendModule({
  pluginId: 'auth',
  moduleId: 'group-ancestry',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        ownership: authOwnershipResolutionExtensionPoint,
      },
      async init({ auth, catalog, ownership }) {
        ownership.setAuthOwnershipResolver(
          GroupAncestryOwnershipResolver.create({ auth, catalog }),
        );
      },
    });
  },
});
