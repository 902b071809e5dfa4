import { WidgetBlueprint } from '@portal/plugin-widgets-react';
import {
  announcementsWidget,
  linksWidget,
  markdownWidget,
  notificationsWidget,
  serviceCatalogWidget,
  worldClockWidget,
} from '@portal/plugin-widgets-common';

const worldClock = WidgetBlueprint.make({
  name: 'world-clock',
  params: {
    definition: worldClockWidget,
    isUsual: true,
    loader: () => import('./components/WorldClock').then(m => m.WorldClock),
  },
});

const serviceCatalog = WidgetBlueprint.make({
  name: 'service-catalog',
  params: {
    definition: serviceCatalogWidget,
    isUsual: true,
    loader: () =>
      import('./components/ServiceCatalog').then(m => m.ServiceCatalog),
  },
});

const note = WidgetBlueprint.make({
  name: 'markdown',
  params: {
    definition: markdownWidget,
    isUsual: true,
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

const announcements = WidgetBlueprint.make({
  name: 'announcements',
  params: {
    definition: announcementsWidget,
    loader: () =>
      import('./components/Announcements').then(m => m.Announcements),
  },
});

const unreadNotifications = WidgetBlueprint.make({
  name: 'notifications',
  params: {
    definition: notificationsWidget,
    loader: () =>
      import('./components/UnreadNotifications').then(
        m => m.UnreadNotifications,
      ),
  },
});

/** The widgets that belong to no other plugin. */
export const widgets = [
  worldClock,
  serviceCatalog,
  note,
  links,
  announcements,
  unreadNotifications,
];
