import {
  configApiRef,
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendModule,
  NotFoundErrorPage,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { PortalLayout } from './PortalLayout';

// Has the id of the app's own layout, `app/layout`, and so takes its place. The navigation is laid out with CSS alone:
// it never has to be measured, and nothing moves when it appears.
const portalLayout = createExtension({
  name: 'layout',
  attachTo: { id: 'app/root', input: 'children' },
  inputs: {
    nav: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
    content: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
  },
  output: [coreExtensionData.reactElement],
  factory({ apis, inputs }) {
    const appTitle =
      apis.get(configApiRef)?.getOptionalString('app.title') ?? 'Portal';
    return [
      coreExtensionData.reactElement(
        <PortalLayout
          appTitle={appTitle}
          nav={inputs.nav.get(coreExtensionData.reactElement)}
        >
          {inputs.content.get(coreExtensionData.reactElement)}
        </PortalLayout>,
      ),
    ];
  },
});

const notFoundPage = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({
      component: NotFoundErrorPage,
      loader: async () => (await import('./NotFoundPage')).NotFoundPage,
    }),
});

/** The frame around every page: navigation, content, and what is shown at an address where there is nothing. */
export const layoutModule = createFrontendModule({
  pluginId: 'app',
  extensions: [portalLayout, notFoundPage],
});
