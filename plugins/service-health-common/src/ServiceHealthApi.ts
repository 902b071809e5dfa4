import type { CheckStates, HealthHistory, MaintenanceWindow } from './api';

/** @public */
export type ServiceHealthRequestOptions = {
  token?: string;
  signal?: AbortSignal;
};

/** @public */
export type CheckStatesRequest = {
  /** All that the caller sees where none is named. */
  entityRefs?: readonly string[];
  /** By name, in any case; all where none is named. */
  environments?: readonly string[];
  limit?: number;
};

/**
 * What pages and widgets ask about the health of services.
 *
 * @public
 */
export interface ServiceHealthApi {
  /** Current states of many services in one call. */
  getStates(
    request: CheckStatesRequest,
    options?: ServiceHealthRequestOptions,
  ): Promise<CheckStates>;

  /** States, days, uptime, budget, changes and maintenance of one entity. */
  getHistory(
    request: { entityRef: string; days?: number },
    options?: ServiceHealthRequestOptions,
  ): Promise<HealthHistory>;

  /** Announces maintenance. What is found meanwhile does not count. */
  startMaintenance(
    request: Omit<MaintenanceWindow, 'id' | 'createdBy'>,
    options?: ServiceHealthRequestOptions,
  ): Promise<MaintenanceWindow>;

  /** Ends maintenance now, or calls it off. */
  endMaintenance(
    request: { id: string },
    options?: ServiceHealthRequestOptions,
  ): Promise<void>;
}
