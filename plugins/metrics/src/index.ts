/// <reference types="@backstage/cli/asset-types" />
/**
 * Reads the metric store for every view, and shows its figures on boards.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
