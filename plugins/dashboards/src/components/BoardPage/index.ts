export { BoardPage } from './BoardPage';
export { useBoardDays } from './useBoardDays';
