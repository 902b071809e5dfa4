import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Reading delivery figures, deployments and sources of entities.
 *
 * @public
 */
export const doraMetricsReadPermission = createPermission({
  name: 'dora.metrics.read',
  attributes: { action: 'read' },
});

/**
 * Bringing delivery records in bulk.
 *
 * @public
 */
export const doraRecordsImportPermission = createPermission({
  name: 'dora.records.import',
  attributes: { action: 'create' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const doraPermissions = [
  doraMetricsReadPermission,
  doraRecordsImportPermission,
];
