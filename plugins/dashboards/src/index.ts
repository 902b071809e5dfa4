/// <reference types="@backstage/cli/asset-types" />
/**
 * Dashboards that teams keep in Git, on a screen, a phone and a wall.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
