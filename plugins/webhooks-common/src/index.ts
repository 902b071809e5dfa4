/**
 * Deliveries of webhooks, the permissions on them, and how to ask the inbox.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './permissions';
export type { WebhooksApi, WebhooksRequestOptions } from './WebhooksApi';
export { WebhooksClient, type WebhooksClientOptions } from './WebhooksClient';
