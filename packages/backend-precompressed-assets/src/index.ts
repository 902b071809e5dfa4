/**
 * The root HTTP router of the portal, serving the frontend's files as they were packed at build time.
 *
 * @packageDocumentation
 */
export { createPrecompressedAssetsHandler } from './createPrecompressedAssetsHandler';
export { precompressedAssetsRootHttpRouter } from './precompressedAssetsRootHttpRouter';
