import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { TemplateCard } from '@backstage/plugin-scaffolder-react/alpha';

const templateCard = SwappableComponentBlueprint.make({
  name: 'scaffolder-template-card',
  params: define =>
    define({
      component: TemplateCard,
      loader: async () =>
        (await import('./components/TemplateCard')).PortalTemplateCard,
    }),
});

/**
 * Puts the portal's cards into the scaffolder's own list of templates, whose search and filters stay.
 *
 * @public
 */
export const templateCardModule = createFrontendModule({
  pluginId: 'app',
  extensions: [templateCard],
});
