import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiRocket2Line } from '@remixicon/react';
import { z } from 'zod/v4';
import { doraApi } from './api';
import { deliveryPath, overviewPath, overviewRouteRef } from './routes';

const overviewPage = PageBlueprint.make({
  params: {
    path: overviewPath,
    routeRef: overviewRouteRef,
    title: 'Delivery',
    icon: <RiRocket2Line />,
    loader: async () => {
      const { OverviewPage } = await import('./components/OverviewPage');
      return <OverviewPage />;
    },
  },
});

const overviewContent = EntityContentBlueprint.make({
  name: 'overview',
  params: {
    path: deliveryPath,
    title: 'Delivery',
    group: 'deployment',
    filter: { kind: { $in: ['group', 'system', 'domain'] } },
    loader: async () => {
      const { EntityOverview } = await import('./components/OverviewContent');
      return <EntityOverview />;
    },
  },
});

const deliveryContent = EntityContentBlueprint.make({
  name: 'delivery',
  params: {
    path: deliveryPath,
    title: 'Delivery',
    group: 'deployment',
    filter: { kind: 'component' },
    loader: async () => {
      const { DeliveryContent } = await import('./components/DeliveryContent');
      return <DeliveryContent />;
    },
  },
});

const deliveryFigures = HomePageWidgetBlueprint.makeWithOverrides({
  name: 'delivery-figures',
  configSchema: {
    entityRef: z.string().default('component:default/portal'),
  },
  *factory(originalFactory, { config }) {
    yield* originalFactory({
      name: 'DeliveryFigures',
      title: 'Delivery',
      description:
        'The five delivery figures of one component over the last 90 days.',
      layout: {
        width: { minColumns: 3, defaultColumns: 12 },
        height: { minRows: 3, defaultRows: 5 },
      },
      components: async () => {
        const { DeliveryFigures } = await import(
          './components/DeliveryFigures'
        );
        return {
          Content: () => <DeliveryFigures entityRef={config.entityRef} />,
        };
      },
    });
  },
});

/**
 * Delivery metrics in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'dora',
  title: 'Delivery',
  routes: { overview: overviewRouteRef },
  extensions: [
    doraApi,
    overviewPage,
    overviewContent,
    deliveryContent,
    deliveryFigures,
  ],
});
