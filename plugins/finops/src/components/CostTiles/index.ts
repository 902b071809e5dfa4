export { CostTiles, ForecastWords } from './CostTiles';
