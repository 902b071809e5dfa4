export { PageFailure } from './PageFailure';
export { PageFrame } from './PageFrame';
export { nodeQueryKeys, useNodeQuery } from './useNodeQuery';
export { usePage } from './usePage';
export { useSubPageHref } from './useSubPageHref';
