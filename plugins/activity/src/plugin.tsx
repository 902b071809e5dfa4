import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  pullRequestsWidget,
  repositoryActivityWidget,
} from '@portal/plugin-activity-common';
import { WidgetBlueprint } from '@portal/plugin-widgets-react';
import { activityApi } from './api';

const activityCard = EntityCardBlueprint.make({
  name: 'activity',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: async () => {
      const { ActivityCard } = await import('./components/ActivityCard');
      return <ActivityCard />;
    },
  },
});

const activityContent = EntityContentBlueprint.make({
  name: 'activity',
  params: {
    path: 'activity',
    title: 'Activity',
    filter: { kind: 'component' },
    loader: async () => {
      const { ActivityTab } = await import('./components/ActivityTab');
      return <ActivityTab />;
    },
  },
});

const widget = WidgetBlueprint.make({
  name: 'repository-activity',
  params: {
    definition: repositoryActivityWidget,
    loader: () =>
      import('./components/RepositoryActivity').then(m => m.RepositoryActivity),
  },
});

const pullRequests = WidgetBlueprint.make({
  name: 'pull-requests',
  params: {
    definition: pullRequestsWidget,
    loader: () => import('./components/PullRequests').then(m => m.PullRequests),
  },
});

/**
 * Activity of repositories in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'activity',
  title: 'Repository activity',
  extensions: [
    activityApi,
    activityCard,
    activityContent,
    widget,
    pullRequests,
  ],
});
