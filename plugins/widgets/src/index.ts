/// <reference types="@backstage/cli/asset-types" />
/**
 * The registry of widgets, and those that belong to no other plugin.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
