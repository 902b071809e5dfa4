import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { serviceHealthWidget } from '@portal/plugin-service-health-common';
import { WidgetBlueprint } from '@portal/plugin-widgets-react';
import { serviceHealthApi } from './api';

const healthCard = EntityCardBlueprint.make({
  name: 'health',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: async () => {
      const { HealthCard } = await import('./components/HealthCard');
      return <HealthCard />;
    },
  },
});

const healthContent = EntityContentBlueprint.make({
  name: 'health',
  params: {
    path: 'health',
    title: 'Health',
    group: 'observability',
    filter: { kind: 'component' },
    loader: async () => {
      const { HealthTab } = await import('./components/HealthTab');
      return <HealthTab />;
    },
  },
});

const widget = WidgetBlueprint.make({
  name: 'service-health',
  params: {
    definition: serviceHealthWidget,
    isUsual: true,
    loader: () =>
      import('./components/ServiceHealth').then(m => m.ServiceHealth),
  },
});

/**
 * Service health in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'service-health',
  title: 'Service health',
  extensions: [serviceHealthApi, healthCard, healthContent, widget],
});
