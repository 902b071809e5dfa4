import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import type { ComponentType } from 'react';
import { createContent } from './createContent';
import type { Widget } from './Widget';
import type { WidgetProps } from './WidgetProps';

const widgetDataRef = createExtensionDataRef<Widget>().with({
  id: 'portal.widgets.widget',
});

/**
 * Brings a widget: boards, the home page and entity pages show it by the name in its definition.
 *
 * @example
 * ```tsx
 * WidgetBlueprint.make({
 *   name: 'world-clock',
 *   params: {
 *     definition: worldClockWidget, // from the plugin's -common package
 *     loader: () => import('./components/WorldClock').then(m => m.WorldClock),
 *   },
 * });
 * ```
 *
 * @public
 */
export const WidgetBlueprint = createExtensionBlueprint({
  kind: 'widget',
  attachTo: { id: 'api:widgets', input: 'widgets' },
  output: [widgetDataRef],
  dataRefs: { widget: widgetDataRef },
  *factory(params: {
    definition: WidgetDefinition;
    /** Gets the component that draws the content. The frame draws the title, errors and the time until it is there. */
    loader: () => Promise<ComponentType<WidgetProps>>;
    /** Most boards have it: its code comes together with that of the page of a board. */
    isUsual?: boolean;
  }) {
    const { definition, loader, isUsual } = params;
    const Content = createContent(loader);
    yield widgetDataRef({
      definition,
      Content,
      preload: Content.preload,
      isUsual,
    });
  },
});
