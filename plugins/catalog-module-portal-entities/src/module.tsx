import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  RiBookShelfLine,
  RiDatabase2Line,
  RiServerLine,
} from '@remixicon/react';
import {
  datasetsRouteRef,
  environmentsRouteRef,
  librariesRouteRef,
} from './routes';

const isLibrary = { kind: 'component', 'spec.type': 'library' };
const isDataset = { kind: 'resource', 'spec.type': 'dataset' };
const isEnvironment = { kind: 'resource', 'spec.type': 'environment' };

const librariesPage = PageBlueprint.make({
  name: 'libraries',
  params: {
    path: '/libraries',
    title: 'Libraries',
    icon: <RiBookShelfLine />,
    routeRef: librariesRouteRef,
    loader: () =>
      import('./components/TypeListPage').then(m => <m.LibrariesPage />),
  },
});

const datasetsPage = PageBlueprint.make({
  name: 'datasets',
  params: {
    path: '/datasets',
    title: 'Datasets',
    icon: <RiDatabase2Line />,
    routeRef: datasetsRouteRef,
    loader: () =>
      import('./components/TypeListPage').then(m => <m.DatasetsPage />),
  },
});

const environmentsPage = PageBlueprint.make({
  name: 'environments',
  params: {
    path: '/environments',
    title: 'Environments',
    icon: <RiServerLine />,
    routeRef: environmentsRouteRef,
    loader: () =>
      import('./components/TypeListPage').then(m => <m.EnvironmentsPage />),
  },
});

const libraryLayout = EntityContentLayoutBlueprint.make({
  name: 'library',
  params: {
    filter: isLibrary,
    loader: () => import('./components/TypeLayout').then(m => m.LibraryLayout),
  },
});

const datasetLayout = EntityContentLayoutBlueprint.make({
  name: 'dataset',
  params: {
    filter: isDataset,
    loader: () => import('./components/TypeLayout').then(m => m.DatasetLayout),
  },
});

const environmentLayout = EntityContentLayoutBlueprint.make({
  name: 'environment',
  params: {
    filter: isEnvironment,
    loader: () =>
      import('./components/TypeLayout').then(m => m.EnvironmentLayout),
  },
});

const usedByCard = EntityCardBlueprint.make({
  name: 'used-by',
  params: {
    type: 'content',
    filter: { $any: [isLibrary, isDataset] },
    loader: () => import('./components/UsedByCard').then(m => <m.UsedByCard />),
  },
});

/**
 * List pages and entity page layouts for libraries, datasets and environments.
 *
 * @public
 */
export default createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    librariesPage,
    datasetsPage,
    environmentsPage,
    libraryLayout,
    datasetLayout,
    environmentLayout,
    usedByCard,
  ],
});
