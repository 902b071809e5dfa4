/**
 * Security reports of many tools as one list of findings, the score of services, and the work on both.
 *
 * @packageDocumentation
 */
export { securityScorePlugin as default } from './plugin';
