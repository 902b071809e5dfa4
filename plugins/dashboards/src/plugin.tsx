import {
  AppRootElementBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiDashboardLine } from '@remixicon/react';
import type { ComponentType } from 'react';
import { dashboardsApi } from './api';
import { BoardCode } from './components/BoardCode';
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

/** On the home page it stands as on its own page: without a frame around it. */
const homeBoard = HomePageWidgetBlueprint.make({
  name: 'home-board',
  params: {
    name: 'HomeBoard',
    description: 'The board that the reader begins with, if there is one.',
    componentProps: { Renderer: Frameless },
    components: async () => ({
      Content: (await import('./components/HomeBoard')).HomeBoard,
    }),
  },
});

/** Stands beside the page for signing in as well. */
const boardCode = AppRootElementBlueprint.make({
  name: 'board-code',
  params: { element: <BoardCode /> },
});

function Frameless({ Content }: { Content: ComponentType }) {
  return <Content />;
}

/**
 * Dashboards in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'dashboards',
  title: 'Dashboards',
  routes: { root: dashboardsRouteRef },
  extensions: [dashboardsApi, dashboardsPage, homeBoard, boardCode],
});
