/**
 * The actions of the portal's templates.
 *
 * @packageDocumentation
 */
export { scaffolderModulePortal as default } from './module';
