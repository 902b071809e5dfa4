export { InvestmentPage } from './InvestmentPage';
