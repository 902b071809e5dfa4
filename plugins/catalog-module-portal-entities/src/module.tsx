import {
  coreExtensionData,
  createExtensionInput,
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
  RiStackLine,
} from '@remixicon/react';
import { Fragment } from 'react';
import { z } from 'zod/v4';
import {
  catalogRouteRef,
  datasetsRouteRef,
  environmentsRouteRef,
  librariesRouteRef,
} from './routes';

const isLibrary = { kind: 'component', 'spec.type': 'library' };
const isDataset = { kind: 'resource', 'spec.type': 'dataset' };
const isEnvironment = { kind: 'resource', 'spec.type': 'environment' };

// Takes the place of the list that the catalog brings, with the same filters, address and paging.
const catalogPage = PageBlueprint.makeWithOverrides({
  inputs: {
    filters: createExtensionInput([coreExtensionData.reactElement]),
  },
  configSchema: {
    pagination: z
      .object({
        mode: z.enum(['cursor', 'offset']),
        limit: z.number().int().positive().optional(),
        offset: z.number().int().nonnegative().optional(),
      })
      .default({ mode: 'cursor' }),
  },
  factory(originalFactory, { inputs, config }) {
    return originalFactory({
      path: '/catalog',
      routeRef: catalogRouteRef,
      title: 'Catalog',
      icon: <RiStackLine />,
      loader: async () => {
        const { CatalogPage } = await import('./components/CatalogPage');
        return (
          <CatalogPage
            pagination={config.pagination}
            filters={inputs.filters.map(filter => (
              <Fragment key={filter.node.spec.id}>
                {filter.get(coreExtensionData.reactElement)}
              </Fragment>
            ))}
          />
        );
      },
    });
  },
});

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

// Comes last: the first layout that fits is taken.
const overviewLayout = EntityContentLayoutBlueprint.make({
  name: 'overview',
  params: {
    filter: () => true,
    loader: () =>
      import('./components/EntityOverview').then(m => m.EntityOverview),
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
    catalogPage,
    librariesPage,
    datasetsPage,
    environmentsPage,
    libraryLayout,
    datasetLayout,
    environmentLayout,
    overviewLayout,
    usedByCard,
  ],
});
