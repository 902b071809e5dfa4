export { useActivity } from './useActivity';
