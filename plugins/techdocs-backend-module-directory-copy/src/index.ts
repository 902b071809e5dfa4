/**
 * Builds documentation of local folders from a copy, and only when it changed.
 *
 * @packageDocumentation
 */
export { techdocsModuleDirectoryCopy as default } from './module';
