/**
 * Who may do what and who sees which entity, as every backend plugin asks it.
 *
 * @packageDocumentation
 */
export { assertLocalRequest } from './assertLocalRequest';
export { callerOf } from './callerOf';
export { CatalogAccess, type CatalogAccessOptions } from './CatalogAccess';
export { isLoopbackHost } from './isLoopbackHost';
export {
  PermissionAccess,
  type PermissionAccessOptions,
} from './PermissionAccess';
export { decisionLifetime, TtlCache } from './TtlCache';
