export { BoardGrid, type BoardGridProps } from './BoardGrid';
export { BoardTile } from './BoardTile';
