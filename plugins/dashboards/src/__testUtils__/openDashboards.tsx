import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { linksWidget } from '@portal/plugin-widgets-common';
import {
  useRefreshCount,
  type Widget,
  type WidgetRegistryApi,
  widgetRegistryApiRef,
} from '@portal/plugin-widgets-react';
import { dashboardsApiRef } from '../api';
import plugin from '../plugin';
import { MemoryDashboards } from './MemoryDashboards';

/** Loading a page for the first time compiles everything behind it. */
export const timeout = 120_000;

/** A board of the catalog, with a widget that nobody brings. */
export const prod1 = {
  apiVersion: 'portal/v1alpha1',
  kind: 'Dashboard',
  metadata: {
    name: 'prod1',
    namespace: 'default',
    title: 'PROD1',
    description: 'What customers use.',
    annotations: { 'backstage.io/edit-url': 'https://git.example/edit' },
  },
  spec: {
    type: 'environment',
    owner: 'group:default/platform',
    environments: ['prod1'],
    tiles: [
      {
        id: 'tides',
        widget: 'TideWidget',
        settings: { harbour: 'Kinsale' },
        wide: { column: 1, row: 1, width: 4, height: 3 },
      },
      {
        id: 'gone',
        widget: 'GoneWidget',
        wide: { column: 5, row: 1, width: 4, height: 3 },
      },
    ],
  },
};

const tides: Widget = {
  definition: {
    name: 'TideWidget',
    title: 'Tides',
    description: 'When the water is high.',
    size: { width: 4, height: 3 },
    settings: {
      type: 'object',
      properties: { harbour: { type: 'string', title: 'Harbour' } },
    },
  },
  Content: ({ settings, environments }) => (
    <p>
      {String(settings.harbour)} in {environments.join()}, asked again{' '}
      {useRefreshCount()} times
    </p>
  ),
};
const links: Widget = {
  definition: linksWidget,
  Content: ({ settings }) => (
    <p>{(settings.links as { title: string }[])[0].title}</p>
  ),
};
const widgets = [links, tides];
const registry: WidgetRegistryApi = {
  list: () => widgets,
  get: name => widgets.find(({ definition }) => definition.name === name),
};

const groups = ['platform', 'harbour'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
}));
const environments = ['dev1', 'prod1'].map((name, order) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, namespace: 'default', title: name.toUpperCase() },
  spec: { type: 'environment', owner: 'platform', order },
}));

type Options = {
  boards?: object[];
  /** What else is in the catalog. */
  others?: object[];
  may?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
};

type TestApis = NonNullable<
  NonNullable<Parameters<typeof renderTestApp>[0]>['apis']
>;

/** What dashboards read from, for a person who may do everything, or nothing but read the catalog. */
export function testApis(options: Options = {}) {
  const {
    boards = [prod1],
    others = [],
    may = AuthorizeResult.ALLOW,
  } = options;
  const catalog = catalogApiMock({
    entities: [...boards, ...groups, ...environments, ...others] as never,
  });
  const dashboards = new MemoryDashboards();
  const apis: TestApis = [
    mockApis.identity({
      userEntityRef: 'user:default/ada',
      ownershipEntityRefs: ['user:default/ada', 'group:default/harbour'],
    }),
    mockApis.permission({ authorize: may }),
    [catalogApiRef, catalog],
    [dashboardsApiRef, dashboards],
    [widgetRegistryApiRef, registry],
  ];
  return { apis, catalog, dashboards };
}

/** Prepares to open a page of dashboards. */
export function openDashboards(path: string, options?: Options) {
  const { apis, ...rest } = testApis(options);
  const open = () =>
    renderTestApp({
      features: [plugin, catalogPlugin],
      initialRouteEntries: [path],
      apis,
    });
  return { ...rest, open };
}
