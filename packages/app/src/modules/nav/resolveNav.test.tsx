import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { screen } from '@testing-library/react';
import { resolveNav } from './resolveNav';

function plugin(pluginId: string, path: string, title: string) {
  return createFrontendPlugin({
    pluginId,
    extensions: [
      PageBlueprint.make({
        params: {
          path,
          title,
          icon: <svg />,
          routeRef: createRouteRef(),
          loader: async () => <p>{title}</p>,
        },
      }),
    ],
  });
}

function renderNav(...features: ReturnType<typeof plugin>[]) {
  const nav = createFrontendModule({
    pluginId: 'app',
    extensions: [
      NavContentBlueprint.make({
        params: {
          component: ({ navItems }) => (
            <pre>
              {resolveNav(navItems)
                .map(
                  ({ title, entries }) =>
                    `${title}: ${entries
                      .map(entry => `${entry.title} ${entry.href}`)
                      .join(', ')}`,
                )
                .join('\n')}
            </pre>
          ),
        },
      }),
    ],
  });
  renderTestApp({ features: [nav, ...features] });
}

it('groups what is installed and leaves out what is not', async () => {
  renderNav(
    plugin('catalog', '/catalog', 'Software'),
    plugin('devtools', '/tools', 'Tools'),
  );
  expect(
    await screen.findByText(
      content =>
        content ===
        'Everyone: Catalog /catalog\nPlatform: Unprocessed entities /tools/unprocessed-entities, DevTools /tools',
      { normalizer: text => text },
    ),
  ).toBeInTheDocument();
});

it('gathers the pages that no group names, by title', async () => {
  renderNav(
    plugin('zebra', '/zebra', 'Zebra'),
    plugin('aardvark', '/aardvark', 'Aardvark'),
  );
  expect(
    await screen.findByText('More: Aardvark /aardvark, Zebra /zebra'),
  ).toBeInTheDocument();
});
