import { createApiRef } from '@backstage/frontend-plugin-api';
import type { Widget } from './Widget';

/**
 * All widgets that the plugins of this app bring.
 *
 * @public
 */
export type WidgetRegistryApi = {
  /** By title. */
  list(): readonly Widget[];
  /** By the name in a board's YAML; undefined where no plugin brings it. */
  get(name: string): Widget | undefined;
};

/**
 * Where boards find widgets.
 *
 * @public
 */
export const widgetRegistryApiRef = createApiRef<WidgetRegistryApi>({
  id: 'plugin.widgets.registry',
});
