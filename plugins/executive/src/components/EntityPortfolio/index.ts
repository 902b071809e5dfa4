export { EntityPortfolio } from './EntityPortfolio';
