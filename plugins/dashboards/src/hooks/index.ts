export { useBoard, type LoadedBoard } from './useBoard';
export { useBoards } from './useBoards';
export { useScreenWidth } from './useScreenWidth';
