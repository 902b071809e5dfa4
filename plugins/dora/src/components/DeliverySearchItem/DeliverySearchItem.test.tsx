import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { screen } from '@testing-library/react';
import type { DeliveryFields } from '@portal/plugin-dora-common';
import plugin from '../../plugin';

const fields: DeliveryFields = {
  entityRef: 'component:default/shop',
  kind: 'Component',
  namespace: 'default',
  owner: 'checkout',
  componentType: 'service',
  edition: '2023',
  tier_deploymentFrequency: 'elite',
  value_deploymentFrequency: 12.25,
  value_changeLeadTime: 52,
  value_deploymentReworkRate: 0.1,
};

function offered() {
  return createExtensionTester(
    plugin.getExtension('search-result-list-item:dora/delivery'),
  ).get(SearchResultListItemBlueprint.dataRefs.item);
}

function show(more: Partial<DeliveryFields> = {}, title = 'Web shop') {
  const { component: Item } = offered();
  const result = {
    title,
    text: '',
    location: '/catalog/default/component/shop/delivery',
    ...fields,
    ...more,
  };
  renderInTestApp(<Item result={result} />);
}

it('is for results of the type delivery', () => {
  const { predicate } = offered();
  const document = { title: '', text: '', location: '' };
  expect(predicate?.({ type: 'delivery', document })).toBe(true);
  expect(predicate?.({ type: 'software-catalog', document })).toBe(false);
});

it('says whose a service is, and its figures with their tiers', async () => {
  show();
  expect(await screen.findByRole('link', { name: 'Web shop' })).toHaveAttribute(
    'href',
    '/catalog/default/component/shop/delivery',
  );
  expect(screen.getByText(/service, owned by checkout/)).toBeInTheDocument();
  expect(screen.getByText('12.3 per week')).toBeInTheDocument();
  expect(screen.getByText(/Elite performers/)).toBeInTheDocument();
  expect(screen.getByText('2 d 4 h')).toBeInTheDocument();
  expect(screen.getByText('10.0%')).toBeInTheDocument();
  expect(screen.queryByText('Change fail rate')).not.toBeInTheDocument();
});

it('shows what was indexed before values were kept, and an unknown edition', async () => {
  show(
    {
      edition: '1999',
      owner: '',
      componentType: '',
      value_deploymentFrequency: undefined,
    },
    'שירות'.repeat(16),
  );
  expect(await screen.findByRole('link')).toHaveTextContent('שירות');
  expect(screen.queryByText('Deployment frequency')).not.toBeInTheDocument();
  expect(screen.queryByText(/owned by/)).not.toBeInTheDocument();
});
