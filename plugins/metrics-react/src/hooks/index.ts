export { useLoad, type Loaded } from './useLoad';
export { useWidth } from './useWidth';
export { useWhileVisible } from './useWhileVisible';
