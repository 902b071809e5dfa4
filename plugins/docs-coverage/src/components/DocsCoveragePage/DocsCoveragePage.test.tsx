import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { formatNumber, formatRatio } from '@portal/plugin-metrics-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { docsCoverageApiRef } from '../../api';
import plugin from '../../plugin';
import { InMemoryDocsCoverageApi } from '../../testing';

function show(api: InMemoryDocsCoverageApi) {
  return renderInTestApp(
    createExtensionTester(
      plugin.getExtension('page:docs-coverage'),
    ).reactElement(),
    {
      apis: [[docsCoverageApiRef, api], mockApis.permission()],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

it('answers how much is documented, and shows what belongs to one owner', async () => {
  const api = new InMemoryDocsCoverageApi();
  show(api);
  // The first time, loading compiles everything behind the page.
  expect(
    await screen.findByText(
      `7 more until the goal of ${formatRatio(0.9)}`,
      undefined,
      {
        timeout: 50_000,
      },
    ),
  ).toBeInTheDocument();
  expect(screen.getAllByText(formatRatio(0.2))).toHaveLength(2);
  expect(screen.getByText('2 of 10')).toBeInTheDocument();
  expect(
    within(screen.getByRole('region', { name: 'Broken links' })).getByText(
      'There is no such page or file',
    ),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'guide/index.html' }),
  ).toHaveAttribute('href', '/docs/default/component/shop/guide/');

  expect(screen.getByText('0 of 1 sites')).toBeInTheDocument();
  expect(screen.getByText('1 stale, 0 unknown')).toBeInTheDocument();
  const stale = screen.getByRole('region', { name: 'Stale' });
  expect(within(stale).getByText('364 days')).toBeInTheDocument();
  const mostRead = screen.getByRole('region', { name: 'Most read' });
  expect(within(mostRead).getByText(formatNumber(1200))).toBeInTheDocument();
  expect(
    within(mostRead).getByRole('link', { name: /Read the documentation/ }),
  ).toHaveAttribute('href', '/docs/default/component/shop/');
  const searches = screen.getByRole('region', {
    name: 'Searches that found nothing',
  });
  expect(within(searches).getByText('3 of 4')).toBeInTheDocument();
  expect(
    within(searches).getByRole('link', { name: 'rotate keys' }),
  ).toHaveAttribute('href', '/search?query=rotate+keys');

  await userEvent.click(
    screen.getByRole('button', { name: 'Show only these: group:default/team' }),
  );
  await waitFor(() => expect(api.scopes).toContain('group:default/team'));
  await userEvent.click(
    screen.getByRole('button', { name: 'Show everything' }),
  );
  await waitFor(() => expect(api.scopes.pop()).toBeUndefined());
}, 60_000);

it('says what to do where nothing was read yet', async () => {
  const api = new InMemoryDocsCoverageApi();
  api.scannedAt = undefined;
  show(api);
  expect(
    await screen.findByText(/The catalog has not been read yet/),
  ).toBeInTheDocument();
  expect(screen.queryByText('Not documented')).not.toBeInTheDocument();
});

it('tells that nothing was read from that nothing is counted', async () => {
  const api = new InMemoryDocsCoverageApi();
  const nothing = { ...api.usage, mostRead: [], searchesWithoutResult: [] };
  api.usage = nothing;
  const { unmount } = show(api);
  expect(
    await screen.findByText(
      'No page of documentation was opened in this time.',
    ),
  ).toBeInTheDocument();
  expect(
    screen.getByText('Every search of this time found something.'),
  ).toBeInTheDocument();
  unmount();

  api.usage = { ...nothing, enabled: false };
  show(api);
  expect(
    await screen.findAllByText(/docsCoverage.usage.enabled is false/),
  ).toHaveLength(2);
});
