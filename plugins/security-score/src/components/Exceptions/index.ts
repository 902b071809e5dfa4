export { ExceptionsPage } from './ExceptionsPage';
