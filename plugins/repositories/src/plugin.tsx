import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiGitRepositoryLine } from '@remixicon/react';
import { repositoriesApi } from './api';
import { repositoriesPath, repositoriesRouteRef } from './routes';

const repositoriesPage = PageBlueprint.make({
  params: {
    path: repositoriesPath,
    routeRef: repositoriesRouteRef,
    title: 'Repositories',
    icon: <RiGitRepositoryLine />,
    loader: async () => {
      const { RepositoriesPage } = await import(
        './components/RepositoriesPage'
      );
      return <RepositoriesPage />;
    },
  },
});

/**
 * The portal's own Git repositories in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'repositories',
  title: 'Repositories',
  routes: { root: repositoriesRouteRef },
  extensions: [repositoriesApi, repositoriesPage],
});
