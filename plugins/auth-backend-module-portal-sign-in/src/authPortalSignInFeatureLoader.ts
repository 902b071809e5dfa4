import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { authModuleDemoProvider } from './authModuleDemoProvider';
import { authModuleGroupAncestry } from './authModuleGroupAncestry';
import { offersDemo } from './demo/offersDemo';
import { assertSignInIsSafe } from './guard/assertSignInIsSafe';

/**
 * Refuses to start a backend whose sign-in would be open to strangers, and adds group ancestry and, with
 * the demo organisation, its provider.
 *
 * @remarks
 *
 * The check runs in a feature loader, not in a module: loaders run before any plugin touches the database or the port
 * is opened, and `backend.startup` settings that let modules fail can't switch it off.
 *
 * @public
 */
export const authPortalSignInFeatureLoader = createBackendFeatureLoader({
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.rootLogger,
  },
  async loader({ config, logger }) {
    try {
      assertSignInIsSafe(config);
    } catch (error) {
      // The sentence on a line of its own: the thrown error reaches the terminal wrapped and with its stack.
      logger.error(toError(error).message);
      throw error;
    }
    return offersDemo(config)
      ? [authModuleGroupAncestry, authModuleDemoProvider]
      : [authModuleGroupAncestry];
  },
});
