export { BoardGrid, type BoardGridProps } from './BoardGrid';
