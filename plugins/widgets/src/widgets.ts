import { WidgetBlueprint } from '@portal/plugin-widgets-react';
import {
  linksWidget,
  markdownWidget,
  serviceCatalogWidget,
  worldClockWidget,
} from '@portal/plugin-widgets-common';

const worldClock = WidgetBlueprint.make({
  name: 'world-clock',
  params: {
    definition: worldClockWidget,
    loader: () => import('./components/WorldClock').then(m => m.WorldClock),
  },
});

const serviceCatalog = WidgetBlueprint.make({
  name: 'service-catalog',
  params: {
    definition: serviceCatalogWidget,
    loader: () =>
      import('./components/ServiceCatalog').then(m => m.ServiceCatalog),
  },
});

const note = WidgetBlueprint.make({
  name: 'markdown',
  params: {
    definition: markdownWidget,
    loader: () => import('./components/Note').then(m => m.Note),
  },
});

const links = WidgetBlueprint.make({
  name: 'links',
  params: {
    definition: linksWidget,
    loader: () => import('./components/Links').then(m => m.Links),
  },
});

/** The widgets that belong to no other plugin. */
export const widgets = [worldClock, serviceCatalog, note, links];
