export { FigureTile, type FigureTileProps } from './FigureTile';
export { tileStyles } from './tileStyles';
