import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { costAnalyticsWidget } from '@portal/plugin-finops-common';
import { screen } from '@testing-library/react';
import { finopsApiRef } from './api';
import { CostWidget } from './components/CostWidget';
import plugin from './plugin';
import { costRouteRef } from './routes';
import { costsByTeam, forecast, RecordedBackend, show } from './testing';

function backend() {
  return new RecordedBackend({
    'GET /v1/costs': costsByTeam,
    'GET /v1/forecast': forecast,
    'GET /v1/budgets': { items: [] },
    'GET /v1/anomalies': { items: [] },
  });
}

it('shows the cost of an environment on its page', async () => {
  const recorded = backend();
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: 'prod1', namespace: 'default' },
        spec: { type: 'environment' },
      }}
    >
      {createExtensionTester(
        plugin.getExtension('entity-content:finops/cost'),
      ).reactElement()}
    </EntityProvider>,
    {
      apis: [
        [finopsApiRef, recorded.client()],
        [catalogApiRef, new InMemoryCatalogClient({ entities: [] })],
        mockApis.permission(),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
        '/finops': costRouteRef,
      },
    },
  );
  // The first time, loading compiles everything behind the tab.
  expect(
    (await screen.findAllByText('€12,001', {}, { timeout: 50_000 })).length,
  ).toBeGreaterThan(0);
  expect(
    recorded.askedOf('/v1/costs').map(({ query }) => query),
  ).toContainEqual(
    expect.objectContaining({ scope: 'everything', environment: 'prod1' }),
  );
  // It is what the page is about, so there is no choice.
  expect(screen.queryByRole('button', { name: /Environment/ })).toBeNull();
}, 60_000);

it('shows a tile on a board', async () => {
  const recorded = backend();
  show(
    <CostWidget
      settings={{
        scope: 'group:default/payments',
        metric: 'EffectiveCost',
        period: 'month-to-date',
      }}
      period={{ from: '2025-11-01', to: '2025-11-28' }}
      environments={[]}
    />,
    recorded,
  );
  expect(await screen.findByText('€12,001')).toBeInTheDocument();
  expect(await screen.findByText('€13,500 expected at its end')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Cost this month' })).toHaveAttribute(
    'href',
    '/finops/overview?scope=group%3Adefault%2Fpayments&metric=EffectiveCost',
  );
  expect(costAnalyticsWidget.settings?.properties).toHaveProperty('scope');
});
