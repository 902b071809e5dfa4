export type { AlertmanagerOptions } from './AlertmanagerOptions';
export { createAlertmanagerParser } from './createAlertmanagerParser';
