import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { ComponentType, lazy, Suspense } from 'react';

/**
 * An add-on that is loaded with the first document. The extensions that the packages offer bring the add-ons, and with
 * them the whole of Mermaid, into the first download of every page.
 */
function createAddon(
  name: string,
  location: keyof typeof TechDocsAddonLocations,
  load: () => Promise<ComponentType>,
) {
  const Addon = lazy(async () => ({ default: await load() }));
  return AddonBlueprint.make({
    name: name.replace(/([a-z])([A-Z])/g, '$1-$2').toLocaleLowerCase('en-US'),
    params: {
      name,
      location: TechDocsAddonLocations[location],
      component: () => (
        <Suspense fallback={null}>
          <Addon />
        </Suspense>
      ),
    },
  });
}

const contributed = () =>
  import('@backstage/plugin-techdocs-module-addons-contrib');

/** What documents can do beyond text: diagrams, enlarged pictures, larger type, an unfolded contents list, reports. */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
    createAddon(
      'Mermaid',
      'Content',
      async () =>
        (await import('backstage-plugin-techdocs-addon-mermaid')).Mermaid,
    ),
    createAddon(
      'LightBox',
      'Content',
      async () => (await contributed()).LightBox,
    ),
    createAddon(
      'ReportIssue',
      'Content',
      async () => (await contributed()).ReportIssue as ComponentType,
    ),
    createAddon(
      'TextSize',
      'Settings',
      async () => (await contributed()).TextSize,
    ),
    createAddon(
      'ExpandableNavigation',
      'PrimarySidebar',
      async () => (await contributed()).ExpandableNavigation,
    ),
  ],
});
