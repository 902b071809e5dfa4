export { UnitCosts } from './UnitCosts';
