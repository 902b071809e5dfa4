/**
 * A server of this machine, for tests.
 *
 * @packageDocumentation
 */
export { LocalServer } from './LocalServer';
