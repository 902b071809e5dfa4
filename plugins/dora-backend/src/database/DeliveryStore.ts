import type {
  DeliverySource,
  Deployment,
  PeriodFacts,
} from '@portal/plugin-dora-common';

/** A half-open stretch of time in epoch milliseconds. */
export type Span = { from: number; to: number };

/** Where a page of deployments ends: the next begins with the deployment before it. */
export type DeploymentPlace = { deployedAt: number; ordinal: number };

/** What is known about a source, as far as the database knows. */
export type StoredSource = Omit<DeliverySource, 'state'>;

/**
 * Reads delivery facts and what is derived from them. Entity references are in their lower-case form; an entity
 * without facts reads as one with none. Where an environment is named, only deployments to it are looked at.
 */
export interface DeliveryStore {
  /** What the figures of each of the periods are calculated from, in their order. */
  getPeriodFacts(options: {
    entityRef: string;
    periods: Span[];
    environment?: string;
  }): Promise<PeriodFacts[]>;

  /**
   * On which days there were deployments, as one instant of each, in any order. Days are counted backwards from the end
   * of the period, as `deploymentDays` does.
   */
  listDeploymentDays(options: {
    entityRef: string;
    period: Span;
    environment?: string;
  }): Promise<number[]>;

  /** Newest first. */
  listDeployments(options: {
    entityRef: string;
    period: Span;
    environment?: string;
    after?: DeploymentPlace;
    limit: number;
  }): Promise<{ items: Deployment[]; next?: DeploymentPlace }>;

  listSources(options: { entityRef: string }): Promise<StoredSource[]>;
}
