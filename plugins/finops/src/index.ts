/**
 * Cost pages, tabs and widget: who spends what, why it changed, and what to do about it.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { finopsApiRef } from './api';
