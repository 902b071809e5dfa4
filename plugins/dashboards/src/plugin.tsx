import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiDashboardLine } from '@remixicon/react';
import { dashboardsPath, dashboardsRouteRef } from './routes';

const dashboardsPage = PageBlueprint.make({
  params: {
    path: dashboardsPath,
    routeRef: dashboardsRouteRef,
    title: 'Dashboards',
    icon: <RiDashboardLine />,
    loader: async () => {
      const { DashboardsRoutes } = await import(
        './components/DashboardsRoutes'
      );
      return <DashboardsRoutes />;
    },
  },
});

/**
 * Dashboards in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'dashboards',
  title: 'Dashboards',
  routes: { root: dashboardsRouteRef },
  extensions: [dashboardsPage],
});
