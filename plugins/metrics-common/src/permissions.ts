import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Reading definitions and values of the metric store. Values are shown of entities that the reader sees in the catalog.
 *
 * @public
 */
export const metricsValueReadPermission = createPermission({
  name: 'metrics.value.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin. Publishing has none: it is for services alone.
 *
 * @public
 */
export const metricsPermissions = [metricsValueReadPermission];
