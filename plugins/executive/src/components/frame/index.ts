export { PageFrame } from './PageFrame';
export { useNodeQuery } from './useNodeQuery';
export { usePage } from './usePage';
