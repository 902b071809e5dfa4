import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { PermissionAccess } from '@portal/backend-access';
import { repositoriesPermissions } from '@portal/plugin-repositories-common';
import {
  readRepositoriesConfig,
  repositoriesServiceRef,
} from '@portal/plugin-repositories-node';
import { Router } from 'express';
import { assertAnonymousCloneIsSafe } from './git/assertAnonymousCloneIsSafe';
import { CloneAccess } from './git/CloneAccess';
import { createGitRouter } from './git/createGitRouter';
import { createRouter } from './router';

/**
 * Lets people browse and clone the Git repositories that templates made.
 *
 * @public
 */
export const repositoriesPlugin = createBackendPlugin({
  pluginId: 'repositories',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        repositories: repositoriesServiceRef,
      },
      async init(deps) {
        const { anonymousClone } = readRepositoriesConfig(deps.config);
        if (anonymousClone) {
          assertAnonymousCloneIsSafe(deps.config);
        }
        const permissions = PermissionAccess.create(deps);
        deps.permissionsRegistry.addPermissions(repositoriesPermissions);
        // Git sends a name and a password, which the router checks itself.
        deps.httpRouter.addAuthPolicy({
          path: '/git',
          allow: 'unauthenticated',
        });
        const access = CloneAccess.create({
          ...deps,
          permissions,
          anonymousClone,
        });
        const gitRouter = Router();
        gitRouter.use(
          '/git',
          createGitRouter({
            ...deps,
            access,
            maxClones: Math.max(
              1,
              deps.config.getOptionalNumber('repositories.maxClones') ?? 4,
            ),
          }),
        );
        deps.httpRouter.use(gitRouter);
        deps.httpRouter.use(createRouter({ ...deps, permissions }));
      },
    });
  },
});
