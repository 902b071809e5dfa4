export { overlaps, type Overlap } from './overlaps';
export type { Interval, Place, Weekday } from './Place';
export { workingHours } from './workingHours';
export { workStatus, type WorkStatus } from './workStatus';
