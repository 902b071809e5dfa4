/**
 * Security pages, cards and widgets: how safe a service is, what to fix first, and what a fix is worth.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { securityScoreApiRef } from './api';
