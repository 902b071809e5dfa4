import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import type { ComponentType } from 'react';
import type { WidgetProps } from './WidgetProps';

/**
 * A widget that boards, the home page and entity pages can show.
 *
 * @public
 */
export type Widget = {
  definition: WidgetDefinition;
  /** Loads its code when it is rendered for the first time: render it below a Suspense, as `WidgetFrame` does. */
  Content: ComponentType<WidgetProps>;
};
