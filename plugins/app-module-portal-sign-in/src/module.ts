import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { oidcAuthApi } from './apis/oidcAuthApi';
import { PortalSignInPage } from './components/PortalSignInPage';

/**
 * The page is no chunk of its own, on purpose: every page of the portal waits for it, and all it does for somebody who
 * is signed in is to say so. What is shown to others is loaded by it when needed.
 */
const portalSignInPage = SignInPageBlueprint.make({
  params: { loader: async () => PortalSignInPage },
});

/**
 * Adds the sign-in page and the client of the provider `oidc` to the app.
 *
 * @public
 */
export const appModulePortalSignIn = createFrontendModule({
  pluginId: 'app',
  extensions: [portalSignInPage, oidcAuthApi],
});
