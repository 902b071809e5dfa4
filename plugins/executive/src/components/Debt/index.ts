export { DebtPage } from './DebtPage';
