export { LicencesPage } from './LicencesPage';
