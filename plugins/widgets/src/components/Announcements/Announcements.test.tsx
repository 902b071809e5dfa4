import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { Announcements } from './Announcements';

const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' };

function announcement(name: string, spec: Record<string, string>) {
  return {
    apiVersion: 'portal/v1alpha1',
    kind: 'Announcement',
    metadata: { name, namespace: 'default', title: `About ${name}` },
    spec: { owner: 'platform', ...spec },
  };
}

const entities = [
  announcement('tea', { text: 'There is **fresh** tea.' }),
  announcement('fire', { text: 'Leave the house.', severity: 'critical' }),
  announcement('past', { text: 'Too late.', until: '2020-01-01' }),
];

function show(catalog: ReturnType<typeof catalogApiMock>, settings = {}) {
  renderInTestApp(
    <Announcements settings={settings} period={period} environments={[]} />,
    {
      apis: [
        [catalogApiRef, catalog],
        [
          identityApiRef,
          {
            getBackstageIdentity: async () => ({
              type: 'user' as const,
              userEntityRef: 'user:default/kim',
              ownershipEntityRefs: ['user:default/kim'],
            }),
          },
        ],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

it('shows what is going on, the urgent first, as Markdown', async () => {
  show(catalogApiMock({ entities }));
  const list = await screen.findByRole('list', { name: 'Announcements' });
  const items = within(list).getAllByRole('listitem');
  expect(items.map(item => item.textContent)).toEqual([
    expect.stringMatching(/^Urgent: About fire/),
    expect.stringMatching(/^About tea/),
  ]);
  expect(within(items[1]).getByText('fresh').tagName).toBe('STRONG');
});

it('says that there is nothing', async () => {
  show(catalogApiMock({ entities: [] }));
  expect(await screen.findByText(/nothing to announce/)).toBeInTheDocument();
});

it('says what failed', async () => {
  const catalog = catalogApiMock({ entities });
  jest
    .spyOn(catalog, 'queryEntities')
    .mockRejectedValue(new Error('it is restarting'));
  show(catalog);
  expect(await screen.findByRole('alert')).toHaveTextContent('restarting');
});
