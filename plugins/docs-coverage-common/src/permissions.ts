import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing what is documented, what is not, and which links in documentation are broken.
 *
 * @public
 */
export const docsCoverageReadPermission = createPermission({
  name: 'docs-coverage.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const docsCoveragePermissions = [docsCoverageReadPermission];
