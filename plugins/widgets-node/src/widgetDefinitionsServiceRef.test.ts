import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import {
  provideWidgetDefinitions,
  widgetDefinitionsServiceRef,
} from './widgetDefinitionsServiceRef';

const clock: WidgetDefinition = {
  name: 'WorldClockWidget',
  title: 'World clock',
  description: 'What time it is where the team is.',
  size: { width: 4, height: 3 },
};

it('gives plugins what the backend was told', async () => {
  let seen: readonly WidgetDefinition[] | undefined;
  const reader = createBackendPlugin({
    pluginId: 'reader',
    register(env) {
      env.registerInit({
        deps: {
          logger: coreServices.logger,
          widgets: widgetDefinitionsServiceRef,
        },
        async init({ widgets }) {
          seen = widgets;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [reader, provideWidgetDefinitions([clock])],
  });
  expect(seen).toEqual([clock]);
  await backend.stop();
});

it('refuses two widgets of one name', () => {
  expect(() => provideWidgetDefinitions([clock, { ...clock }])).toThrow(
    'Two widgets are called WorldClockWidget',
  );
});
