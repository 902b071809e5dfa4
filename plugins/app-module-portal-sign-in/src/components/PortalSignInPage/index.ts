export { PortalSignInPage } from './PortalSignInPage';
