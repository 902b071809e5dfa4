export { StatementsPage } from './StatementsPage';
