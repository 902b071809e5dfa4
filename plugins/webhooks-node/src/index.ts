/**
 * How a backend plugin reads the deliveries of the webhook inbox.
 *
 * @packageDocumentation
 */
export * from './WebhookInboxService';
export { webhookInboxServiceRef } from './webhookInboxServiceRef';
