import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  recordDownloads,
  responseError,
} from '@portal/plugin-metrics-react/testUtils';
import { doraApiRef } from '../../api';
import {
  healthyMetrics,
  InMemoryDoraApi,
  metricsWith,
  service,
  totalOf,
} from '../../testing';
import { OverviewPage } from '.';

function group(name: string, type: string, parent?: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: {
      type,
      parent,
      children: [],
      profile: { displayName: `The ${name}` },
    },
  };
}

const catalog = [
  group('checkout', 'team', 'payments'),
  group('payments', 'department', 'acme'),
  group('acme', 'organisation'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name: 'shop', namespace: 'default', title: 'Shop' },
    spec: { owner: 'acme' },
  },
];

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function show(api: InMemoryDoraApi, query = '?scope=everything') {
  renderInTestApp(
    <>
      <OverviewPage />
      <Address />
    </>,
    {
      apis: [
        [doraApiRef, api],
        [catalogApiRef, new InMemoryCatalogClient({ entities: catalog })],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: 'user:default/ada',
            ownershipEntityRefs: ['user:default/ada', 'group:default/checkout'],
          }),
        ],
      ],
      initialRouteEntries: [`/${query}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

function twoServices() {
  const api = new InMemoryDoraApi();
  api.services = [
    service('cart', { changeLeadTime: 200 }, { changeLeadTime: 100 }),
    service(
      'pay',
      { changeLeadTime: 10, deploymentFrequency: 7 },
      { changeLeadTime: 30, deploymentFrequency: 5 },
    ),
  ];
  api.unmeasured = ['component:default/new'];
  api.totals = totalOf(metricsWith({ deploymentFrequency: 9.1 }));
  api.totalsBefore = totalOf(metricsWith({ deploymentFrequency: 7.1 }));
  return api;
}

const address = () => screen.getByRole('status', { name: 'Address' });

it('answers for everything with distributions, what adds up, movers and services', async () => {
  show(twoServices());
  expect(await screen.findByText('9.1 per week')).toBeInTheDocument();
  // In the block, of the mover, and in its row.
  expect(
    screen.getAllByText('2 per week more, better', { exact: false }),
  ).toHaveLength(3);
  expect(screen.getByText(/2 of 3 services are measured/)).toBeInTheDocument();
  expect(
    screen.getByRole('img', {
      name: /^Services by tier of deployment frequency, now. Elite: 1, .*High: 1, .*No value: 1/,
    }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('slider', { name: 'Deployment frequency over time' }),
  ).toBeInTheDocument();
  expect(
    within(
      screen.getByRole('list', {
        name: 'Improved most: deployment frequency',
      }),
    ).getByRole('link', { name: 'pay' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/pay/delivery?period=90&metric=deploymentFrequency',
  );

  const table = await screen.findByRole('table', { name: 'Services' });
  const [, first, second, third] = within(table).getAllByRole('row');
  expect(first).toHaveTextContent('cart');
  expect(first).toHaveTextContent('8 d 8 h');
  expect(first).toHaveTextContent('4 d 4 h longer, worse');
  expect(second).toHaveTextContent('Elite');
  expect(third).toHaveTextContent('Not measured');
  expect(screen.getByText(/never people/)).toBeInTheDocument();
});

it('labels what was made up', async () => {
  const api = twoServices();
  api.demo = true;
  show(api);
  await screen.findByText('9.1 per week');
  // Beside the scope, and in the chart.
  expect(screen.getAllByText('Demo data')).toHaveLength(2);
});

it('begins with the department of the reader', async () => {
  const api = twoServices();
  show(api, '');
  await screen.findByText('9.1 per week');
  expect(address()).toHaveTextContent('?scope=group%3Adefault%2Fpayments');
  expect(api.askedOverviews[0].scope).toBe('group:default/payments');
  expect(
    await screen.findByRole('button', { name: /The payments/ }),
  ).toBeInTheDocument();
});

it('keeps the whole selection in the address and asks for it', async () => {
  const api = twoServices();
  api.environments = ['eu', 'us'];
  show(
    api,
    '?scope=domain:default/shop&period=365&compare=year&environment=eu&edition=2021&asof=now&metric=changeLeadTime&order=change',
  );
  const table = await screen.findByRole('table', { name: 'Services' });
  const asked = {
    scope: 'domain:default/shop',
    days: 365,
    compare: 'year',
    environment: 'eu',
    edition: 2021,
    asOf: 'now',
  };
  expect(api.askedOverviews[0]).toEqual(asked);
  expect(api.askedServices).toContainEqual(
    expect.objectContaining({
      ...asked,
      metric: 'changeLeadTime',
      order: 'change',
    }),
  );
  // Medians do not add up, so there is no trend of them.
  expect(await screen.findByText(/medians do not add up/)).toBeInTheDocument();

  await userEvent.click(
    within(table).getByRole('button', { name: 'Change fail rate' }),
  );
  expect(address()).toHaveTextContent('metric=changeFailRate');
  await userEvent.click(screen.getByRole('radio', { name: 'By name' }));
  await userEvent.click(screen.getByRole('radio', { name: '28 days' }));
  expect(screen.getByText(/count with their whole past/)).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: /The past of a service counts/ }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: /at the time/ }),
  );
  expect(await screen.findByText(/has a short past/)).toBeInTheDocument();
  await waitFor(() =>
    expect(api.askedServices.at(-1)).toMatchObject({
      scope: 'domain:default/shop',
      days: 28,
      environment: 'eu',
      asOf: undefined,
      metric: 'changeFailRate',
      order: 'name',
    }),
  );
});

it('shows one service with its Quick Check score', async () => {
  const api = new InMemoryDoraApi();
  api.services = [service('pay')];
  show(api);
  expect(
    await screen.findByRole('heading', { name: /Quick Check score: .* of 10/ }),
  ).toBeInTheDocument();
});

it('says what to do where nothing is measured, or nothing is there', async () => {
  const api = new InMemoryDoraApi();
  api.unmeasured = ['component:default/a', 'component:default/b'];
  show(api);
  expect(
    await screen.findByRole('heading', {
      name: 'None of the 2 services here is measured yet',
    }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Connect deployments' }),
  ).toBeInTheDocument();

  api.unmeasured = [];
  await userEvent.click(screen.getByRole('radio', { name: '28 days' }));
  expect(
    await screen.findByRole('heading', { name: 'No component belongs here' }),
  ).toBeInTheDocument();
});

it('says who can grant the permission, and recovers from a failure', async () => {
  const api = twoServices();
  api.failure = await responseError(403, 'NotAllowedError', 'Unauthorized');
  show(api);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /An administrator .* can grant it/,
  );
  expect(screen.getAllByText('No permission')).toHaveLength(5);

  api.failure = new TypeError('Failed to fetch');
  await userEvent.click(screen.getByRole('radio', { name: '28 days' }));
  const retry = await screen.findByRole('button', { name: 'Try again' });
  api.failure = undefined;
  await userEvent.click(retry);
  expect(await screen.findByText('9.1 per week')).toBeInTheDocument();
});

it('explains the chosen figure of all services, and keeps that in the address', async () => {
  const api = twoServices();
  show(api, '?scope=everything&metric=changeFailRate');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Explain: change fail rate' }),
  );
  expect(address()).toHaveTextContent('metric=changeFailRate&explain=yes');
  expect(
    screen.getByText('2 failed / 26 deployments of all services together'),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('list', { name: 'What it rests on' }),
  ).toHaveTextContent(
    '2 Deployments that failed26 Deployments2 Services with a value',
  );
  expect(
    screen.getByRole('list', { name: 'What is left out, and why' }),
  ).toHaveTextContent(/1 Services that are not measured: no deployment/);

  const [block] = screen.getAllByRole('button', { name: 'Change lead time' });
  await userEvent.click(block);
  expect(
    await screen.findByText(/the medians of 2 services/),
  ).toBeInTheDocument();
});

it('loads more services, and hands over what is seen as files', async () => {
  const api = twoServices();
  api.pageSize = 1;
  show(api);
  await screen.findByText('1 of 3 services shown');
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  await screen.findByText('2 of 3 services shown');

  const downloads = recordDownloads();
  const [summary, services] = screen.getAllByRole('button', {
    name: 'Export',
  });
  await userEvent.click(summary);
  await userEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  await userEvent.click(services);
  await userEvent.click(await screen.findByRole('menuitem', { name: /JSON/ }));
  const [csv, json] = await downloads.read();
  downloads.restore();
  expect(csv.name).toBe('delivery-everything-90-days.csv');
  expect(csv.text).toMatch(
    /^scope,from,to,comparedFrom,comparedTo,metric,unit,total/,
  );
  expect(csv.text).toContain('deploymentFrequency,1/week,9.1,7.1,2,3,1,');
  expect(JSON.parse(json.text)).toEqual([
    expect.objectContaining({
      service: 'component:default/cart',
      changeLeadTime: 200,
      changeLeadTimeBefore: 100,
      changeLeadTimeTier: 'medium',
      deploymentFrequency: healthyMetrics.deploymentFrequency.value,
    }),
    expect.objectContaining({ service: 'component:default/pay' }),
  ]);
});
