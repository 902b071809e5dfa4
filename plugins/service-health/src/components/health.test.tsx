import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { HealthHistory } from '@portal/plugin-service-health-common';
import { serviceHealthApiRef } from '@portal/plugin-service-health-react';
import { screen, within } from '@testing-library/react';
import { history, InMemoryServiceHealthApi } from '../testing';
import { HealthCard } from './HealthCard';
import { HealthTab } from './HealthTab';
import { ServiceHealth } from './ServiceHealth';

function show(element: JSX.Element, answer: HealthHistory) {
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'v1',
        kind: 'Component',
        metadata: { name: 'shop' },
      }}
    >
      {element}
    </EntityProvider>,
    {
      apis: [
        [serviceHealthApiRef, new InMemoryServiceHealthApi(answer)],
        mockApis.permission(),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

it('says on the card how a component is, why, and that it is made up', async () => {
  show(<HealthCard />, history);
  expect(await screen.findByText('Down')).toBeInTheDocument();
  expect(screen.getByText('HTTP status 500')).toBeInTheDocument();
  expect(screen.getByText('Demo data')).toBeInTheDocument();
});

it('says how to watch a component, and what is wrong with an annotation', async () => {
  show(<HealthCard />, {
    ...history,
    checks: [],
    problems: ['Entry 1 is no check.'],
  });
  expect(await screen.findByText(/Nobody watches/)).toBeInTheDocument();
  expect(screen.getByText('Entry 1 is no check.')).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Say what to watch' }),
  ).toBeInTheDocument();
});

it('shows each day in words, availability and the budget', async () => {
  show(<HealthTab />, history);
  const strip = await screen.findByRole('list', { name: /last 2 days/ });
  const [unknown, bad] = within(strip).getAllByRole('listitem');
  expect(unknown).toHaveTextContent(/unknown/);
  expect(bad).toHaveTextContent(/23 h up, 1 h down/);
  expect(screen.getByText('95.8%')).toBeInTheDocument();
  expect(screen.getByText('Error budget exceeded by')).toBeInTheDocument();
  expect(screen.getByText('Latest changes')).toBeInTheDocument();
});

it('shows on a board what is down in its environments', async () => {
  const props = { period: { from: '', to: '' }, settings: { limit: 50 } };
  show(
    <ServiceHealth {...props} environments={['resource:default/prod1']} />,
    history,
  );
  expect(await screen.findByRole('status')).toHaveTextContent('1 down');
  expect(screen.getByRole('link', { name: /shop/ })).toBeInTheDocument();
  expect(screen.queryByText(/maintenance/)).not.toBeInTheDocument();
});

it('says on a board who works on a service, whatever its state', async () => {
  const [check] = history.checks;
  const maintenanceUntil = new Date(Date.now() + 3_600_000).toISOString();
  const props = { period: { from: '', to: '' }, settings: { limit: 50 } };
  show(<ServiceHealth {...props} environments={['resource:default/prod1']} />, {
    ...history,
    checks: [
      { ...check, maintenanceUntil },
      { ...check, id: '2', state: 'up', maintenanceUntil },
    ],
  });
  const told = await screen.findAllByText(/^Under maintenance, which ends/);
  expect(told).toHaveLength(2);
  expect(told[0]).toHaveTextContent(/in 1 hour|in 59 minutes|in 60 minutes/);
});
