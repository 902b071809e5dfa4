import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Browsing and cloning the portal's own Git repositories.
 *
 * @public
 */
export const repositoryReadPermission = createPermission({
  name: 'repositories.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const repositoriesPermissions = [repositoryReadPermission];
