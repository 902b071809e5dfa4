export { ActivityList } from './ActivityList';
export { NoActivity } from './NoActivity';
export { Place } from './Place';
