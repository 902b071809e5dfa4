import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Reading who owned what, and what was part of what, at any time.
 *
 * @public
 */
export const orgHistoryReadPermission = createPermission({
  name: 'org-history.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const orgHistoryPermissions = [orgHistoryReadPermission];
