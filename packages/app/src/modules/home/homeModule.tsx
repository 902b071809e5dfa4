import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';

const homeLayout = HomePageLayoutBlueprint.make({
  params: {
    loader: async () => (await import('./HomeLayout')).HomeLayout,
  },
});

const ownedEntities = HomePageWidgetBlueprint.make({
  name: 'owned-entities',
  params: {
    name: 'OwnedEntities',
    title: 'Owned by you',
    description: 'What you and your teams own in the catalog.',
    components: async () => ({
      Content: (await import('./OwnedEntities')).OwnedEntities,
    }),
  },
});

/** The home page: its layout and the widgets that the app adds to those of the plugins. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [homeLayout, ownedEntities],
});
