/**
 * Lets work that nobody waits for make way for people.
 *
 * @packageDocumentation
 */
export { BackgroundPace, type BackgroundPaceOptions } from './BackgroundPace';
export { isThreadBusy } from './isThreadBusy';
