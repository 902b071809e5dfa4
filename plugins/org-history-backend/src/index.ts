/**
 * The backend of the history of ownership and structure.
 *
 * @packageDocumentation
 */
export { orgHistoryPlugin as default } from './plugin';
