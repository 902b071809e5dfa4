export { createPageOfSubPages } from './createPageOfSubPages';
export { SubPages } from './SubPages';
export { WholePage } from './WholePage';
export { useSubPath } from './useSubPath';
