import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing how services are doing, as far as the catalog shows them.
 *
 * @public
 */
export const serviceHealthReadPermission = createPermission({
  name: 'service-health.state.read',
  attributes: { action: 'read' },
});

/**
 * Handing in what a checker outside of the portal found.
 *
 * @public
 */
export const serviceHealthReportPermission = createPermission({
  name: 'service-health.check.report',
  attributes: { action: 'create' },
});

/**
 * Announcing and ending maintenance.
 *
 * @public
 */
export const serviceHealthMaintenancePermission = createPermission({
  name: 'service-health.maintenance.manage',
  attributes: { action: 'update' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const serviceHealthPermissions = [
  serviceHealthReadPermission,
  serviceHealthReportPermission,
  serviceHealthMaintenancePermission,
];
