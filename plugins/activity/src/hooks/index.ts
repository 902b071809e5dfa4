export { useActivity } from './useActivity';
export { useReloadOnActivity } from './useReloadOnActivity';
