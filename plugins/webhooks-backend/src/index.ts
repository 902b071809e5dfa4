/**
 * The backend of the webhook inbox.
 *
 * @packageDocumentation
 */
export { webhooksPlugin as default } from './plugin';
