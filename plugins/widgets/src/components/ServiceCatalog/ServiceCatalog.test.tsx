import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { ServiceCatalog } from './ServiceCatalog';

function entity(kind: string, name: string, type: string, owner?: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations: {} },
    spec: { type, ...(owner && { owner }) },
    relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
  };
}

const harbour = 'group:default/harbour';
const entities = [
  entity('Component', 'booking', 'service', harbour),
  entity('Component', 'tides', 'service', harbour),
  entity('Component', 'money', 'library', 'group:default/finance'),
  entity('API', 'booking-api', 'openapi', harbour),
  entity('Resource', 'left-over', 'database'),
];
const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' };

function show(
  settings: Record<string, unknown>,
  catalog = catalogApiMock({ entities }),
) {
  renderInTestApp(
    <ServiceCatalog settings={settings} period={period} environments={[]} />,
    { apis: [[catalogApiRef, catalog]] },
  );
}

it('counts by kind and type, and names what nobody owns', async () => {
  show({});
  expect(
    await screen.findByRole('link', { name: '3 Components' }),
  ).toHaveAttribute(
    'href',
    '/catalog?filters%5Buser%5D=all&filters%5Bkind%5D=component',
  );
  expect(screen.getByRole('link', { name: '2 service' })).toBeInTheDocument();
  expect(screen.getByText(/without an owner/)).toHaveTextContent(
    '1 without an owner: left-over',
  );
  expect(screen.queryByText(/whose source is gone/)).not.toBeInTheDocument();
});

it('counts only what a group owns when it is set to', async () => {
  show({ owner: harbour });
  expect(
    await screen.findByRole('link', { name: '2 Components' }),
  ).toBeInTheDocument();
  expect(screen.queryByText(/without an owner/)).not.toBeInTheDocument();
});

it('says what failed', async () => {
  const catalog = catalogApiMock({ entities });
  jest
    .spyOn(catalog, 'getEntityFacets')
    .mockRejectedValue(new Error('it is restarting'));
  show({}, catalog);
  expect(await screen.findByRole('alert')).toHaveTextContent('restarting');
});
