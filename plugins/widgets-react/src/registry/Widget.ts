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
  /** Loads its code when it is drawn for the first time; draws a skeleton until then and throws what failed. */
  Content: ComponentType<WidgetProps>;
  /** Loads its code before it is drawn; never fails, the drawing says what is wrong. */
  preload?: () => Promise<void>;
  /** Most boards have it: its code comes together with that of the page of a board. */
  isUsual?: boolean;
};
