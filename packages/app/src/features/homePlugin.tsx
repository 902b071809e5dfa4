import { lazy } from 'react';
import plugin from '@backstage/plugin-home/alpha';

const PortalVisitListener = lazy(async () => ({
  default: (await import('../modules/home/PortalVisitListener'))
    .PortalVisitListener,
}));

/**
 * The home plugin without the widgets that ask other machines or say nothing about the organisation, and with its
 * record of visited pages switched on.
 */
export const homePlugin = plugin.withOverrides({
  extensions: [
    ...(
      [
        'home-page-widget:home/random-joke',
        'home-page-widget:home/toolkit',
        'home-page-widget:home/world-clock',
        'home-page-widget:home/most-visited',
      ] as const
    ).map(id => plugin.getExtension(id).override({ disabled: true })),
    plugin.getExtension('api:home/visits').override({ disabled: false }),
    plugin.getExtension('app-root-element:home/visit-listener').override({
      disabled: false,
      factory: originalFactory =>
        originalFactory({ params: { element: <PortalVisitListener /> } }),
    }),
  ],
});
