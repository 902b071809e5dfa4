export { ConformanceChecker } from './ConformanceChecker';
export { detectFocusVersion } from './detectFocusVersion';
export * from './FocusColumn';
export * from './focusColumns';
export * from './FocusLine';
export type { CellReader } from './FocusRule';
export { serviceCategories } from './serviceCategories';
