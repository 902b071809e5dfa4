import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '@portal/plugin-metrics-react/testUtils';
import { doraTriageApiRef } from '../../api';
import { InMemoryTriageApi } from '../../testing';
import { TriagePage } from '.';

function show(api: InMemoryTriageApi) {
  renderInTestApp(<TriagePage />, {
    apis: [[doraTriageApiRef, api]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}

const at = '2025-11-10T11:00:00.000Z';

it('shows what could not be used, each with the step that makes it count', async () => {
  const api = new InMemoryTriageApi();
  api.unmatched = {
    total: 2,
    items: [
      {
        subjects: [
          { annotation: 'github.com/project-slug', value: 'acme/checkout' },
        ],
        sources: ['github'],
        counts: { deployment: 12, change: 1 },
        firstReceivedAt: at,
        lastReceivedAt: at,
        snippet: 'github.com/project-slug: acme/checkout',
        candidates: ['component:default/checkout'],
      },
    ],
  };
  api.environments = {
    known: ['production'],
    items: [
      {
        name: 'prod-eu-1',
        sources: ['github', 'argocd'],
        deployments: 40,
        incidents: 0,
        lastReceivedAt: at,
        snippet: 'dora:\n  environments: []',
      },
    ],
  };
  api.pageSize = 1;
  api.unattributed = [1, 2].map(number => ({
    entityRef: 'component:default/checkout',
    kind: 'incident' as const,
    id: `pagerduty:incident:${number}`,
    source: 'pagerduty',
    title: `Checkout is down ${number}`,
    url: 'https://incidents.example.com/1',
    at,
    reason: 'no-recent-deployment' as const,
  }));
  api.rejections = {
    total: 1,
    items: [
      {
        deliveryId: 'd1',
        sender: 'generic',
        event: 'deployment',
        part: 0,
        reason: 'finishedAt is in the future',
        receivedAt: at,
      },
    ],
  };
  // Also replaces the clipboard of the browser with one in memory.
  const user = userEvent.setup();
  show(api);

  expect(
    await screen.findByRole('heading', { name: 'acme/checkout' }),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/12 deployments, 1 change from github/),
  ).toBeInTheDocument();
  const [candidate] = screen.getAllByRole('link', { name: 'checkout' });
  expect(candidate).toHaveAttribute(
    'href',
    '/catalog/default/component/checkout',
  );
  const [copy] = screen.getAllByRole('button', { name: /^Copy: / });
  await user.click(copy);
  expect(
    await screen.findByRole('button', { name: /^Copied: / }),
  ).toBeVisible();

  expect(
    await screen.findByRole('heading', { name: 'prod-eu-1' }),
  ).toBeInTheDocument();
  expect(screen.getByText('The catalog knows production.')).toBeInTheDocument();
  expect(
    screen.getByRole('heading', { name: 'finishedAt is in the future' }),
  ).toBeInTheDocument();

  expect(
    screen.getByRole('link', { name: 'Checkout is down 1' }),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(
    await screen.findByRole('link', { name: 'Checkout is down 2' }),
  ).toBeInTheDocument();
});

it('says first how much waits, and shows a long list in parts', async () => {
  const api = new InMemoryTriageApi();
  api.unmatched = {
    total: 400,
    items: Array.from({ length: 25 }, (_, index) => ({
      subjects: [{ value: `component:default/unknown-${index}` }],
      sources: ['generic'],
      counts: { deployment: 1 },
      firstReceivedAt: at,
      lastReceivedAt: at,
      candidates: [],
    })),
  };
  api.environments = {
    known: [],
    items: [
      { sources: ['x'], deployments: 1, incidents: 0, lastReceivedAt: at },
    ],
  };
  show(api);
  const waits = await screen.findByRole('navigation', { name: 'What waits' });
  expect(await within(waits).findByText('400')).toBeInTheDocument();
  expect(
    within(waits).getByRole('link', { name: 'No component for it' }),
  ).toHaveAttribute('href', '#no-component');

  expect(screen.getByText(/^1 deployment from x/)).toBeInTheDocument();
  expect(screen.getAllByText(/Register it in the catalog/)).toHaveLength(10);
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(screen.getAllByText(/Register it in the catalog/)).toHaveLength(25);
  expect(
    screen.queryByRole('button', { name: 'Show more' }),
  ).not.toBeInTheDocument();
});

it('says that all is well', async () => {
  show(new InMemoryTriageApi());
  expect(
    await screen.findByText('Every report found its component.'),
  ).toBeInTheDocument();
  expect(screen.getByText('Everything could be read.')).toBeInTheDocument();
});

it('says once which permission is needed', async () => {
  const api = new InMemoryTriageApi();
  api.failure = await responseError(403, 'NotAllowedError', 'Unauthorized');
  show(api);
  // Once, although each part of the page was refused.
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'dora.triage.read',
  );
});
