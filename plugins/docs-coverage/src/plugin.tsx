import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { docsCoverageWidget } from '@portal/plugin-docs-coverage-common';
import { WidgetBlueprint } from '@portal/plugin-widgets-react';
import { RiBookMarkedLine } from '@remixicon/react';
import { docsCoverageApi } from './api';
import { docsCoveragePath, docsCoverageRouteRef } from './routes';
import { usageAnalytics } from './usage';

const docsCoveragePage = PageBlueprint.make({
  params: {
    path: docsCoveragePath,
    routeRef: docsCoverageRouteRef,
    title: 'Docs coverage',
    icon: <RiBookMarkedLine />,
    loader: async () => {
      const { DocsCoveragePage } = await import(
        './components/DocsCoveragePage'
      );
      return <DocsCoveragePage />;
    },
  },
});

const coverageWidget = WidgetBlueprint.make({
  name: 'documentation-coverage',
  params: {
    definition: docsCoverageWidget,
    isUsual: true,
    loader: () =>
      import('./components/CoverageWidget').then(m => m.CoverageWidget),
  },
});

/**
 * The documentation hub in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'docs-coverage',
  title: 'Documentation coverage',
  routes: { root: docsCoverageRouteRef },
  extensions: [
    docsCoverageApi,
    docsCoveragePage,
    coverageWidget,
    usageAnalytics,
  ],
});
