import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { doraApiRef } from '../../api';
import { overviewRouteRef } from '../../routes';
import {
  healthyMetrics,
  InMemoryDoraApi,
  service,
  totalOf,
} from '../../testing';
import { BoardMetric, MetricWidget, type MetricWidgetProps } from '.';

const place = (name: string, production: boolean) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, namespace: 'default' },
  spec: { type: 'environment', owner: 'platform', production },
});
const catalog = [
  place('PROD-EU', true),
  place('PROD-US', true),
  place('UAT1', false),
];

function render(api: InMemoryDoraApi, content: ReactElement) {
  renderInTestApp(content, {
    apis: [
      [doraApiRef, api],
      [catalogApiRef, new InMemoryCatalogClient({ entities: catalog })],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
      '/dora': overviewRouteRef,
    },
  });
}

function show(api: InMemoryDoraApi, props: MetricWidgetProps) {
  render(api, <MetricWidget {...props} />);
}

/** The figure on a board of some environments. */
function showOnBoard(
  api: InMemoryDoraApi,
  settings: Record<string, unknown>,
  ...environments: string[]
) {
  render(
    api,
    <BoardMetric
      metric="changeLeadTime"
      settings={settings}
      period={{
        from: '2025-10-23T00:00:00.000Z',
        to: '2025-11-20T00:00:00.000Z',
      }}
      environments={environments.map(name => `resource:default/${name}`)}
    />,
  );
}

const links = () =>
  screen
    .getAllByRole('link', { name: 'Change lead time' })
    .map(link => link.getAttribute('href'));

it('shows one figure of a component, leading to its evidence', async () => {
  show(new InMemoryDoraApi(), {
    metric: 'changeLeadTime',
    entityRef: 'component:default/portal',
  });
  expect(await screen.findByText('2 d 4 h')).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Change lead time' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/portal/delivery?period=90&metric=changeLeadTime',
  );
});

it('shows one figure of the services of a scope, leading to the page', async () => {
  const api = new InMemoryDoraApi();
  api.services = [service('cart'), service('pay')];
  api.totals = totalOf(healthyMetrics);
  show(api, { metric: 'changeFailRate', entityRef: 'group:default/payments' });
  expect(await screen.findByText('7.7%')).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Change fail rate' }),
  ).toHaveAttribute(
    'href',
    '/dora?scope=group%3Adefault%2Fpayments&metric=changeFailRate',
  );
  expect(screen.getByText('All 2 services have a value')).toBeInTheDocument();
});

it('says briefly what failed', async () => {
  const api = new InMemoryDoraApi();
  api.failure = new TypeError('Failed to fetch');
  show(api, { metric: 'changeFailRate', entityRef: 'everything' });
  expect(await screen.findByText('Could not load')).toBeInTheDocument();
  expect(screen.getByText('Change fail rate')).toBeInTheDocument();
});

it('is about each production environment of its board', async () => {
  const api = new InMemoryDoraApi();
  showOnBoard(
    api,
    { entityRef: 'component:default/portal' },
    'prod-eu',
    'uat1',
    'prod-us',
  );
  expect(await screen.findAllByText('2 d 4 h')).toHaveLength(2);
  const asked = new Set(api.asked.map(({ environment }) => environment));
  expect([...asked]).toEqual(['PROD-EU', 'PROD-US']);
  expect(screen.getByText('PROD-EU')).toBeInTheDocument();
  const tab = '/catalog/default/component/portal/delivery?period=28';
  expect(links()).toEqual([
    `${tab}&metric=changeLeadTime&environment=PROD-EU`,
    `${tab}&metric=changeLeadTime&environment=PROD-US`,
  ]);
});

it('goes by its own environment rather than by those of its board', async () => {
  const api = new InMemoryDoraApi();
  api.services = [service('cart')];
  const everything = { entityRef: 'everything' };
  showOnBoard(api, { ...everything, environment: 'Prod-US' }, 'prod-eu');
  expect(await screen.findByText('PROD-US')).toBeInTheDocument();
  await screen.findByRole('link', { name: 'Change lead time' });
  expect(links()).toEqual([
    '/dora?scope=everything&metric=changeLeadTime&period=28&environment=PROD-US',
  ]);
  expect(api.askedOverviews.at(-1)?.environment).toBe('PROD-US');
});

it.each([[{ environment: 'all' }, ['prod-eu']] as const, [{}, []] as const])(
  'takes all environments together with %j on a board of %j',
  async (settings, environments) => {
    const api = new InMemoryDoraApi();
    api.services = [service('cart')];
    showOnBoard(api, { entityRef: 'everything', ...settings }, ...environments);
    await screen.findByText('All 1 services have a value');
    expect(api.askedOverviews.at(-1)?.environment).toBeUndefined();
  },
);

it('shows nothing of an environment that is not production', async () => {
  const api = new InMemoryDoraApi();
  showOnBoard(api, { entityRef: 'everything' }, 'uat1');
  expect(await screen.findByText('Not production')).toBeInTheDocument();
  expect(screen.getByText(/which UAT1 is not/)).toBeInTheDocument();
  expect(api.askedOverviews).toEqual([]);
});
