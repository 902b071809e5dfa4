import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { EnvironmentMatrix as Matrix } from '@portal/plugin-dora-common';
import type { ServiceHealthApi } from '@portal/plugin-service-health-common';
import { serviceHealthApiRef } from '@portal/plugin-service-health-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { doraApiRef } from '../../api';
import { InMemoryDoraApi } from '../../testing';
import { EnvironmentMatrix } from '.';

const environments = [
  { name: 'DEV1', production: false },
  { name: 'PROD1', production: true },
];
const matrix: Matrix = {
  environments,
  total: 4,
  measured: 3,
  items: [
    {
      entityRef: 'component:default/cart',
      running: [
        {
          environment: 'DEV1',
          version: '2.1',
          deployedAt: '2026-01-02T00:00:00Z',
          versionsBehind: 0,
        },
        {
          environment: 'PROD1',
          version: '1.9',
          deployedAt: '2025-12-01T00:00:00Z',
          url: 'https://ci.example/7',
          versionsBehind: 2,
          newerSince: '2025-12-20T00:00:00Z',
          lastAttempt: {
            at: '2026-01-03T00:00:00Z',
            result: 'failure',
            version: '2.1',
          },
        },
      ],
    },
    {
      entityRef: 'component:default/pay',
      running: [
        {
          sha: 'abcdef0123456789abcdef0123456789abcdef01',
          deployedAt: '2026-01-01T00:00:00Z',
          versionsBehind: 0,
        },
      ],
    },
  ],
};

/** One check that is down, and after it one of the same place that is up. */
const health: Pick<ServiceHealthApi, 'getStates'> = {
  getStates: async () => ({
    items: (['down', 'up'] as const).map(state => ({
      id: state,
      entityRef: 'component:default/cart',
      environment: 'prod1',
      name: 'https://cart.example.com/health',
      state,
      reason: state === 'down' ? 'HTTP status 500' : undefined,
      demo: false,
    })),
    counts: { up: 1, degraded: 0, down: 1, unknown: 0 },
    total: 2,
  }),
};

const nothingWatched: typeof health = {
  getStates: async () => ({
    items: [],
    counts: { up: 0, degraded: 0, down: 0, unknown: 0 },
    total: 0,
  }),
};

function show(
  api: InMemoryDoraApi,
  only?: string[],
  healthApi: typeof health = nothingWatched,
) {
  renderInTestApp(<EnvironmentMatrix scope="everything" only={only} />, {
    apis: [
      [doraApiRef, api],
      [serviceHealthApiRef, healthApi as ServiceHealthApi],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}

async function rowOf(name: string) {
  return within(await screen.findByRole('row', { name: new RegExp(name) }));
}

it('shows the version of each service in each environment, and how far it is behind', async () => {
  const api = new InMemoryDoraApi();
  api.matrix = matrix;
  show(api);
  const cart = await rowOf('cart');
  const [dev, prod] = cart.getAllByRole('cell');
  expect(dev).toHaveTextContent('2.1');
  expect(dev).toHaveTextContent('Newest');
  expect(prod).toHaveTextContent('1.9');
  expect(prod).toHaveTextContent('2 behind since Dec 20');
  expect(prod).toHaveTextContent('2.1 failed on Jan 3');
  expect(
    within(prod).getByRole('link', { name: /Deployment of 1.9/ }),
  ).toHaveAttribute('href', 'https://ci.example/7');
  expect(screen.getByRole('status')).toHaveTextContent(
    '2 of 3 services with deployments shown; of 1 others no deployment is known',
  );
});

it('says how a service is doing where somebody watches it', async () => {
  const api = new InMemoryDoraApi();
  api.matrix = matrix;
  show(api, undefined, health);
  const cart = await rowOf('cart');
  expect(await cart.findByText('Down')).toBeInTheDocument();
  const [dev, prod] = cart.getAllByRole('cell');
  expect(prod).toHaveTextContent('Down');
  expect(within(prod).getByTitle('HTTP status 500')).toBeInTheDocument();
  expect(dev).not.toHaveTextContent(/Up|Down/);
});

it('goes on without health where it can not be asked', async () => {
  const api = new InMemoryDoraApi();
  api.matrix = matrix;
  show(api, undefined, {
    getStates: async () => {
      throw new TypeError('Failed to fetch');
    },
  });
  const cart = await rowOf('cart');
  expect(cart.getAllByRole('cell')[1]).toHaveTextContent('1.9');
  expect(cart.queryByText(/Down|Could not/)).not.toBeInTheDocument();
});

it('takes a release for production, and says where nothing is known', async () => {
  const api = new InMemoryDoraApi();
  api.matrix = matrix;
  show(api);
  const pay = await rowOf('pay');
  const [dev, prod] = pay.getAllByRole('cell');
  expect(dev).toHaveTextContent('No deployment known');
  expect(prod).toHaveTextContent('abcdef0');
});

it('shows one environment, whatever the case of its name', async () => {
  const api = new InMemoryDoraApi();
  api.matrix = matrix;
  show(api, ['dev1']);
  await rowOf('cart');
  expect(
    screen.getAllByRole('columnheader').map(each => each.textContent),
  ).toEqual(['Service', 'DEV1']);
  // Nothing of it is known there.
  expect(screen.queryByRole('row', { name: /pay/ })).not.toBeInTheDocument();
});

it('leaves only what is behind when asked', async () => {
  const api = new InMemoryDoraApi();
  api.matrix = matrix;
  show(api);
  await rowOf('pay');
  await userEvent.click(
    screen.getByRole('switch', { name: 'Only what is behind' }),
  );
  expect(screen.queryByRole('row', { name: /pay/ })).not.toBeInTheDocument();
  expect(screen.getByRole('row', { name: /cart/ })).toBeInTheDocument();
});

it('invites to connect deployments where none is known', async () => {
  const api = new InMemoryDoraApi();
  api.matrix = { environments, items: [], total: 7, measured: 0 };
  show(api);
  expect(
    await screen.findByRole('link', { name: 'Connect what deploys them' }),
  ).toBeInTheDocument();
});
