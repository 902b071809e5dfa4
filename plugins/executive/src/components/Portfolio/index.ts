export { HealthTiles } from './HealthTiles';
export { PortfolioPage } from './PortfolioPage';
