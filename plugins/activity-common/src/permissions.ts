import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing what happens in repositories, as far as the catalog shows their components.
 *
 * @public
 */
export const activityReadPermission = createPermission({
  name: 'activity.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const activityPermissions = [activityReadPermission];
