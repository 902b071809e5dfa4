/**
 * The portal's catalog model: environments, libraries and datasets as validated types.
 *
 * @packageDocumentation
 */
export { catalogModulePortalModel as default } from './module';
export { portalModelLayers } from './model/portalModelLayers';
