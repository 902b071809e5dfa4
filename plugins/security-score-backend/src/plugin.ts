import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { securityScorePermissions } from '@portal/plugin-security-score-common';

/**
 * How safe services are: reports of scanners as findings, a score, and the work on them.
 *
 * @public
 */
export const securityScorePlugin = createBackendPlugin({
  pluginId: 'security-score',
  register(env) {
    env.registerInit({
      deps: { permissionsRegistry: coreServices.permissionsRegistry },
      async init({ permissionsRegistry }) {
        permissionsRegistry.addPermissions(securityScorePermissions);
      },
    });
  },
});
