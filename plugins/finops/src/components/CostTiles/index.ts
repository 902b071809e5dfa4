export { CostTile, type CostTileProps } from './CostTile';
export { CostTiles, ForecastWords } from './CostTiles';
