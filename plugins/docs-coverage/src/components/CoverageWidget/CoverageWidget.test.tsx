import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { formatRatio } from '@portal/plugin-metrics-react';
import { screen, within } from '@testing-library/react';
import { docsCoverageApiRef } from '../../api';
import { docsCoverageRouteRef } from '../../routes';
import { InMemoryDocsCoverageApi } from '../../testing';
import { CoverageWidget } from '.';

function show(api: InMemoryDocsCoverageApi, entityRef?: string) {
  renderInTestApp(
    <CoverageWidget
      settings={{ by: 'owner', limit: 5 }}
      period={{ from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' }}
      environments={[]}
      entityRef={entityRef}
    />,
    {
      apis: [[docsCoverageApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/docs-coverage': docsCoverageRouteRef,
      },
    },
  );
}

it('shows coverage against its goal, who misses most, and broken links', async () => {
  const api = new InMemoryDocsCoverageApi();
  show(api, 'group:default/team');
  expect(
    await screen.findByText(`7 more until the goal of ${formatRatio(0.9)}`),
  ).toBeInTheDocument();
  const page = '/docs-coverage?scope=group%3Adefault%2Fteam&by=owner';
  expect(screen.getByRole('link', { name: formatRatio(0.2) })).toHaveAttribute(
    'href',
    page,
  );
  expect(screen.getByRole('link', { name: '1 broken link' })).toHaveAttribute(
    'href',
    page,
  );
  const [team] = within(
    screen.getByRole('list', { name: 'Missing, by owner' }),
  ).getAllByRole('listitem');
  expect(team).toHaveTextContent('team20.0%8 of 10 missing');
  expect(api.scopes).toEqual(['group:default/team']);
});

it('says what to wait for where nothing was read yet', async () => {
  const api = new InMemoryDocsCoverageApi();
  api.scannedAt = undefined;
  show(api);
  expect(
    await screen.findByText(/The catalog has not been read yet/),
  ).toBeInTheDocument();
});
