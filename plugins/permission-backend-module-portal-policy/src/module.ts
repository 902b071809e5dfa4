import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PortalPermissionPolicy } from './PortalPermissionPolicy';
import { RoleAssignments } from './RoleAssignments';

/**
 * Sets the portal's policy, with the roles of `permission.portal`.
 *
 * @public
 */
export const permissionModulePortalPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal-policy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, logger, policy, userInfo }) {
        const assignments = RoleAssignments.fromConfig(config);
        if (assignments.isEmpty) {
          logger.warn(
            'No role is given to anybody, so every request of a user is denied: give roles to groups in permission.portal.roles',
          );
        }
        policy.setPolicy(
          PortalPermissionPolicy.create({ assignments, userInfo }),
        );
      },
    });
  },
});
