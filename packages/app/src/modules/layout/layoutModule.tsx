import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendModule,
  NotFoundErrorPage,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import appPlugin from '@backstage/plugin-app';
import { ComponentType } from 'react';
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
  factory({ inputs }) {
    return [
      coreExtensionData.reactElement(
        <PortalLayout nav={inputs.nav.get(coreExtensionData.reactElement)}>
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

const { component: swappable } = SwappableComponentBlueprint.dataRefs;

function inMain(Layout: ComponentType<object>) {
  return function LayoutInMain(props: { noHeader?: boolean }) {
    const layout = <Layout {...props} />;
    // A page without the common header brings its own main part.
    return props.noHeader ? layout : <main>{layout}</main>;
  };
}

// The framework's layout of a page has no main landmark, which is what a screen reader jumps to.
const pageLayout = appPlugin
  .getExtension('component:app/core-page-layout')
  .override({
    output: [swappable],
    factory(originalFactory) {
      const { ref, loader } = originalFactory().get(swappable);
      const layout = loader();
      return [
        swappable({
          ref,
          loader:
            layout instanceof Promise
              ? async () => inMain(await layout)
              : () => inMain(layout),
        }),
      ];
    },
  });

/** The frame around every page: navigation, content, and what is shown at an address where there is nothing. */
export const layoutModule = createFrontendModule({
  pluginId: 'app',
  extensions: [portalLayout, pageLayout, notFoundPage],
});
