import {
  coreExtensionData,
  createExtension,
  useAnalytics,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { docsCoverageApiRef } from '../api';
import { InMemoryDocsCoverageApi } from '../testing';
import { usageAnalytics } from './usageAnalytics';

function Reader() {
  const analytics = useAnalytics();
  return (
    <button
      onClick={() => analytics.captureEvent('search', 'quota', { value: 0 })}
    >
      Search
    </button>
  );
}

const reader = createExtension({
  name: 'reader',
  attachTo: { id: 'app/routes', input: 'routes' },
  output: [coreExtensionData.routePath, coreExtensionData.reactElement],
  factory: () => [
    coreExtensionData.routePath('/docs'),
    coreExtensionData.reactElement(<Reader />),
  ],
});

async function useDocs(config?: object) {
  const api = new InMemoryDocsCoverageApi();
  const app = renderTestApp({
    apis: [[docsCoverageApiRef, api]],
    config: { ...config },
    extensions: [reader, usageAnalytics],
    initialRouteEntries: ['/docs/default/component/shop/guide'],
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Search' }, { timeout: 50_000 }),
  );
  window.dispatchEvent(new Event('pagehide'));
  app.unmount();
  return api.recorded;
}

it('hears what the app tells its analytics, unless it is turned off', async () => {
  expect(await useDocs()).toEqual([
    {
      reads: [{ entityRef: 'component:default/shop' }],
      searches: [{ term: 'quota', found: false }],
    },
  ]);
  expect(
    await useDocs({ docsCoverage: { usage: { enabled: false } } }),
  ).toEqual([]);
}, 60_000);
