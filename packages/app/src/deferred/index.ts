/**
 * Stand-ins for modules of the framework that a first page does not need; see `bundler/deferrals.cjs`.
 *
 * @packageDocumentation
 */

export { deferredComponent } from './deferredComponent';
export { deferredFunction } from './deferredFunction';
export { deferredMarkdown } from './deferredMarkdown';
export { deferredToasts } from './deferredToasts';
