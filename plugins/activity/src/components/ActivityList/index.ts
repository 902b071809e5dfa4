export { ActivityList } from './ActivityList';
export { NoActivity } from './NoActivity';
