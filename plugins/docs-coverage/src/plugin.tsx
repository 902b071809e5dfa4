import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiBookMarkedLine } from '@remixicon/react';
import { docsCoverageApi } from './api';
import { docsCoveragePath, docsCoverageRouteRef } from './routes';

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

/**
 * The documentation hub in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'docs-coverage',
  title: 'Documentation coverage',
  routes: { root: docsCoverageRouteRef },
  extensions: [docsCoverageApi, docsCoveragePage],
});
