/**
 * The actions of the portal's templates.
 *
 * @packageDocumentation
 */
export { scaffolderModulePortal as default } from './module';
export {
  changeRequestsExtensionPoint,
  type ChangeRequest,
  type ChangeRequests,
  type ChangeRequestsExtensionPoint,
  type OpenedChange,
} from './changes/changeRequestsExtensionPoint';
