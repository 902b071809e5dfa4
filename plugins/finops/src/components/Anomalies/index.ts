export { AnomaliesPage } from './AnomaliesPage';
