/**
 * The page of the webhook inbox.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { webhooksApiRef } from './api';
