import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { PortalNav } from './PortalNav';

const portalNav = NavContentBlueprint.make({
  params: { component: PortalNav },
});

/** The navigation. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [portalNav],
});
