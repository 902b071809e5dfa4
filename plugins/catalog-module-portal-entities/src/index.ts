/**
 * Libraries, datasets and environments as first-class entries of the catalog.
 *
 * @packageDocumentation
 */
export { default } from './module';
