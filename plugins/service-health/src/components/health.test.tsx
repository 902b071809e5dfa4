import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type {
  CheckHistory,
  HealthHistory,
  ServiceHealthApi,
} from '@portal/plugin-service-health-common';
import { serviceHealthApiRef } from '@portal/plugin-service-health-react';
import { screen, within } from '@testing-library/react';
import { HealthCard } from './HealthCard';
import { HealthTab } from './HealthTab';
import { ServiceHealth } from './ServiceHealth';

const check: CheckHistory = {
  id: '1',
  entityRef: 'component:default/shop',
  environment: 'PROD1',
  name: 'https://shop.example.com/health',
  state: 'down',
  reason: 'HTTP status 500',
  since: new Date(Date.now() - 7_200_000).toISOString(),
  demo: true,
  days: [
    {
      day: '2026-01-30',
      up: 0,
      degraded: 0,
      down: 0,
      maintenance: 0,
      unknown: 86_400,
      checks: 0,
    },
    {
      day: '2026-01-31',
      up: 82_800,
      degraded: 0,
      down: 3600,
      maintenance: 0,
      unknown: 0,
      checks: 1440,
    },
  ],
  seconds: {
    up: 82_800,
    degraded: 0,
    down: 3600,
    maintenance: 0,
    unknown: 86_400,
  },
  availability: 82_800 / 86_400,
  budget: {
    objective: 0.999,
    allowedSeconds: 86.4,
    usedSeconds: 3600,
    remainingSeconds: -3513.6,
  },
};
const history: HealthHistory = {
  entityRef: check.entityRef,
  checks: [check],
  changes: [
    {
      checkId: '1',
      environment: 'PROD1',
      name: check.name,
      at: check.since!,
      from: 'up',
      to: 'down',
      reason: 'HTTP status 500',
    },
  ],
  maintenance: [],
  problems: [],
};

function apiWith(answer: HealthHistory): ServiceHealthApi {
  return {
    getHistory: async () => answer,
    getStates: async ({ environments }) => {
      const items = answer.checks.filter(
        each => environments?.includes(each.environment.toLowerCase()) ?? true,
      );
      const down = items.length;
      return {
        items,
        counts: { up: 0, degraded: 0, down, unknown: 0 },
        total: down,
      };
    },
    startMaintenance: async () => {
      throw new Error('Not asked for here');
    },
    endMaintenance: async () => {},
  };
}

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
      apis: [[serviceHealthApiRef, apiWith(answer)]],
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
});
