export { createPageOfSubPages } from './createPageOfSubPages';
export { SubPages } from './SubPages';
export { useSubPath } from './useSubPath';
