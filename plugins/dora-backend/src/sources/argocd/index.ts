export { createArgocdParser } from './createArgocdParser';
export type { ArgocdOptions } from './ArgocdContext';
