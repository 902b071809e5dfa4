import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { lazy, Suspense } from 'react';

// The package's own extension brings the whole of Mermaid into the first download of every page; this one brings it
// with the first page of documentation.
const Mermaid = lazy(async () => ({
  default: (await import('backstage-plugin-techdocs-addon-mermaid')).Mermaid,
}));

const mermaidAddon = AddonBlueprint.make({
  name: 'mermaid',
  params: {
    name: 'Mermaid',
    location: TechDocsAddonLocations.Content,
    component: () => (
      <Suspense fallback={null}>
        <Mermaid />
      </Suspense>
    ),
  },
});

/** Diagrams written in Mermaid, drawn on the pages of documentation. */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [mermaidAddon],
});
