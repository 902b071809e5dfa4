export { BoardRefresh, useRefreshCount } from './BoardRefresh';
export { useReloadOnRefresh } from './useReloadOnRefresh';
