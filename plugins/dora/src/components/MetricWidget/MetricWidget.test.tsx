import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { doraApiRef } from '../../api';
import { overviewRouteRef } from '../../routes';
import {
  healthyMetrics,
  InMemoryDoraApi,
  service,
  totalOf,
} from '../../testing';
import { MetricWidget, type MetricWidgetProps } from '.';

function show(api: InMemoryDoraApi, props: MetricWidgetProps) {
  renderInTestApp(<MetricWidget {...props} />, {
    apis: [[doraApiRef, api]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
      '/dora': overviewRouteRef,
    },
  });
}

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
