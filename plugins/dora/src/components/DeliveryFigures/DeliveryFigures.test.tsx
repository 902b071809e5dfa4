import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { doraApiRef } from '../../api';
import { gitSource, InMemoryDoraApi } from '../../testing';
import { DeliveryFigures } from '.';

function show(api: InMemoryDoraApi) {
  renderInTestApp(<DeliveryFigures entityRef="component:default/portal" />, {
    apis: [[doraApiRef, api]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}

it('shows the five figures of the last 90 days, each leading to its evidence', async () => {
  show(new InMemoryDoraApi());
  expect(await screen.findByText('2.1 per week')).toBeInTheDocument();
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(5);
  expect(
    screen.getByRole('link', { name: 'Change lead time' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/portal/delivery?period=90&metric=changeLeadTime',
  );
  expect(screen.getByRole('link', { name: 'portal' })).toBeInTheDocument();
  expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
});

it('labels demo facts, and recovers from a failure', async () => {
  const api = new InMemoryDoraApi();
  api.sources = [{ ...gitSource, demo: true }];
  api.failure = new TypeError('Failed to fetch');
  show(api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Try again' }),
  );
  api.failure = undefined;
  await userEvent.click(
    await screen.findByRole('button', { name: 'Try again' }),
  );
  expect(await screen.findByText('2.1 per week')).toBeInTheDocument();
  expect(screen.getByText('Demo data')).toBeInTheDocument();
});
