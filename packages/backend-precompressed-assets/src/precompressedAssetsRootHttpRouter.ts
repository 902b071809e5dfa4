import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createPrecompressedAssetsHandler } from './createPrecompressedAssetsHandler';

/**
 * Backstage's root HTTP router with the frontend's packed files in front.
 *
 * @public
 */
export const precompressedAssetsRootHttpRouter = rootHttpRouterServiceFactory({
  configure: ({ app, middleware, applyDefaults }) => {
    app.use(
      '/static',
      middleware.helmet(),
      createPrecompressedAssetsHandler(
        resolvePackagePath('app', 'dist', 'static'),
      ),
    );
    applyDefaults();
  },
});
