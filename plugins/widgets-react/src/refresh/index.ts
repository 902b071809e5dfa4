export { BoardRefresh, useRefreshCount } from './BoardRefresh';
