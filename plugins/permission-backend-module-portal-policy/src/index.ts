/**
 * The portal's permission policy: roles from catalog groups, default deny.
 *
 * @packageDocumentation
 */

export { permissionModulePortalPolicy as default } from './module';
export { PortalPermissionPolicy } from './PortalPermissionPolicy';
export { RoleAssignments } from './RoleAssignments';
export { roleIds, rolePermissions } from './rolePermissions';
export type { RoleId, RolePermissions } from './rolePermissions';
