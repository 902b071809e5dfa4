export { BoardListPage } from './BoardListPage';
