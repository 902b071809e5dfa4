export { FormulaPage } from './FormulaPage';
