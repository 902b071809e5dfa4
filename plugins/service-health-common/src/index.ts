/**
 * Health of services: states, checks, uptime and error budget, permissions, and how to ask for them.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './checks';
export * from './definitions';
export * from './maintenanceLimits';
export * from './permissions';
export type {
  CheckStatesRequest,
  ServiceHealthApi,
  ServiceHealthRequestOptions,
} from './ServiceHealthApi';
export {
  ServiceHealthClient,
  type ServiceHealthClientOptions,
} from './ServiceHealthClient';
export * from './serviceHealthWidgets';
export * from './state';
