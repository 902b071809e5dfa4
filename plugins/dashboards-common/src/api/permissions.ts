import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing boards that people keep in the portal and share, and choosing a home board.
 *
 * @remarks
 *
 * It opens the door only: a private board is seen by nobody but its owner, and a board of a group by its members. Dashboards of
 * the catalog are read with the catalog's own permission.
 *
 * @public
 */
export const dashboardsBoardReadPermission = createPermission({
  name: 'dashboards.board.read',
  attributes: { action: 'read' },
});

/**
 * Making a board of one's own.
 *
 * @public
 */
export const dashboardsBoardCreatePermission = createPermission({
  name: 'dashboards.board.create',
  attributes: { action: 'create' },
});

/**
 * Changing a board of one's own.
 *
 * @public
 */
export const dashboardsBoardUpdatePermission = createPermission({
  name: 'dashboards.board.update',
  attributes: { action: 'update' },
});

/**
 * Deleting a board of one's own.
 *
 * @public
 */
export const dashboardsBoardDeletePermission = createPermission({
  name: 'dashboards.board.delete',
  attributes: { action: 'delete' },
});

/**
 * Showing a board of one's own to a group, or to everyone.
 *
 * @public
 */
export const dashboardsBoardSharePermission = createPermission({
  name: 'dashboards.board.share',
  attributes: { action: 'update' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const dashboardsPermissions = [
  dashboardsBoardReadPermission,
  dashboardsBoardCreatePermission,
  dashboardsBoardUpdatePermission,
  dashboardsBoardDeletePermission,
  dashboardsBoardSharePermission,
];
