export { AffectedPage } from './AffectedPage';
