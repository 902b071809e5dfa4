import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing prices, how templates do, and what was made from which template.
 *
 * @public
 */
export const scaffolderPortalReadPermission = createPermission({
  name: 'scaffolder-portal.read',
  attributes: { action: 'read' },
});

/**
 * Seeing the files that a template of the catalog would make. Nothing is made.
 *
 * @public
 */
export const scaffolderPortalPreviewPermission = createPermission({
  name: 'scaffolder-portal.preview',
  attributes: { action: 'read' },
});

/**
 * Withdrawing the approval that the user asked for.
 *
 * @public
 */
export const scaffolderPortalApprovalWithdrawPermission = createPermission({
  name: 'scaffolder-portal.approval.withdraw',
  attributes: { action: 'update' },
});

/**
 * Proposing the present version of a template to a repository that it made, of what the user's groups own.
 *
 * @public
 */
export const scaffolderPortalUpgradePermission = createPermission({
  name: 'scaffolder-portal.upgrade',
  attributes: { action: 'create' },
});

/**
 * The same for what others own.
 *
 * @public
 */
export const scaffolderPortalUpgradeAnyPermission = createPermission({
  name: 'scaffolder-portal.upgrade-any',
  attributes: { action: 'create' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const scaffolderPortalPermissions = [
  scaffolderPortalReadPermission,
  scaffolderPortalPreviewPermission,
  scaffolderPortalApprovalWithdrawPermission,
  scaffolderPortalUpgradePermission,
  scaffolderPortalUpgradeAnyPermission,
];
