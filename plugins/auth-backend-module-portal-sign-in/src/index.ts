/**
 * Demo personas, group ancestry in tokens, and the guard that keeps guest and demo sign-in off any shared address.
 *
 * @packageDocumentation
 */

export { authPortalSignInFeatureLoader as default } from './authPortalSignInFeatureLoader';
export { assertSignInIsSafe } from './guard/assertSignInIsSafe';
export { readPersonas } from './demo/readPersonas';
export type { Persona } from './demo/types';
