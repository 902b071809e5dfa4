/**
 * The portal's sign-in page, as a module of the app.
 *
 * @packageDocumentation
 */

export { appModulePortalSignIn as default } from './module';
export { oidcAuthApiRef } from './apis/oidcAuthApi';
