import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { createDemoProviderFactory } from './demo/createDemoProviderFactory';
import { readPersonas } from './demo/readPersonas';

/**
 * The sign-in provider `demo`: one persona a role, for trying out roles on this machine.
 *
 * @remarks
 *
 * The auth backend mounts a provider only when `auth.providers` names it, so that without `auth.providers.demo` this
 * does nothing.
 *
 * @public
 */
export const authModuleDemoProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        providers.registerProvider({
          providerId: 'demo',
          factory: createDemoProviderFactory({
            personas: readPersonas(config),
          }),
        });
      },
    });
  },
});
