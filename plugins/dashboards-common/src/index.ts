/**
 * What a dashboard is, how its tiles are laid out, and what is wrong with one.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './layout';
export { isMeantFor, toBoard, type Board } from './model/Board';
export * from './model/DashboardEntity';
export { dashboardNameOf } from './model/dashboardNameOf';
export * from './reading';
export * from './validation';
