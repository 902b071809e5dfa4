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
 * Seeing what tools reported and could not be used: of no known component or environment, or malformed.
 *
 * @public
 */
export const doraTriageReadPermission = createPermission({
  name: 'dora.triage.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const doraPermissions = [
  doraMetricsReadPermission,
  doraRecordsImportPermission,
  doraTriageReadPermission,
];
