import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import { doraApiRef } from './api';
import plugin from './plugin';
import { InMemoryDoraApi } from './testing';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'portal', namespace: 'default' },
};

it('loads the tab when it is opened', async () => {
  const tab = plugin.getExtension('entity-content:dora/delivery');
  renderInTestApp(
    <EntityProvider entity={entity}>
      {createExtensionTester(tab).reactElement()}
    </EntityProvider>,
    { apis: [[doraApiRef, new InMemoryDoraApi()]] },
  );
  // The first time, loading compiles everything behind the tab.
  expect(
    await screen.findByText('2.1 per week', {}, { timeout: 50_000 }),
  ).toBeInTheDocument();
}, 60_000);

it('offers a widget to the home page', () => {
  const widget = plugin.getExtension('home-page-widget:dora/delivery-figures');
  const data = createExtensionTester(widget).get(homePageWidgetDataRef);
  expect(data).toMatchObject({ name: 'DeliveryFigures', title: 'Delivery' });
});

const metricWidgets = [
  ['deployment-frequency', 'DeploymentFrequencyWidget'],
  ['lead-time', 'LeadTimeWidget'],
  ['change-failure-rate', 'ChangeFailureRateWidget'],
  ['recovery-time', 'RecoveryTimeWidget'],
  ['rework-rate', 'ReworkRateWidget'],
] as const;

it.each(metricWidgets)('offers the widget %s', (id, name) => {
  const widget = plugin.getExtension(`home-page-widget:dora/${id}`);
  const data = createExtensionTester(widget).get(homePageWidgetDataRef);
  expect(data).toMatchObject({
    name,
    settings: { schema: { type: 'object' } },
  });
});
