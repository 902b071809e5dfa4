import {
  createFrontendPlugin,
  PageBlueprint,
  useApi,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  WidgetBlueprint,
  WidgetFrame,
  widgetRegistryApiRef,
} from '@portal/plugin-widgets-react';
import { screen } from '@testing-library/react';
import plugin from './plugin';

function Shelf() {
  const widget = useApi(widgetRegistryApiRef).get('TideWidget');
  return (
    <WidgetFrame
      name="TideWidget"
      widget={widget}
      settings={{ harbour: 'Kinsale' }}
      period={{ from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' }}
      environments={[]}
    />
  );
}

it('finds a widget that another plugin attaches, and loads it when it is shown', async () => {
  const tides = createFrontendPlugin({
    pluginId: 'tides',
    extensions: [
      WidgetBlueprint.make({
        params: {
          definition: {
            name: 'TideWidget',
            title: 'Tides',
            description: 'When the water is high.',
            size: { width: 4, height: 3 },
          },
          loader: async () => props => <p>{String(props.settings.harbour)}</p>,
        },
      }),
      PageBlueprint.make({
        params: { path: '/', loader: async () => <Shelf /> },
      }),
    ],
  });
  renderTestApp({ features: [plugin, tides], initialRouteEntries: ['/'] });
  expect(await screen.findByRole('heading', { name: 'Tides' })).toBeVisible();
  expect(await screen.findByText('Kinsale')).toBeInTheDocument();
});
