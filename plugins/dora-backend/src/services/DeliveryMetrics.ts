import type {
  DeploymentPage,
  EntityMetrics,
  EntitySources,
  EntityTrend,
  TierEditionYear,
  TrendInterval,
} from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';

/**
 * An entity whose delivery is asked for, and whether the catalog names a repository for it.
 */
export type DeliverySubject = { entityRef: string; hasRepository: boolean };

/**
 * Answers questions about the delivery of one entity. Who may ask is decided before.
 */
export interface DeliveryMetrics {
  /** Whether anything is known of an entity. */
  isKnown(entityRef: string): Promise<boolean>;

  /** @param options - `edition` of the reports that tiers are from; the default one where none is given. */
  getMetrics(
    subject: DeliverySubject,
    period: Span,
    options?: { edition?: TierEditionYear; environment?: string },
  ): Promise<EntityMetrics>;

  getTrend(
    subject: DeliverySubject,
    period: Span,
    interval: TrendInterval,
    environment?: string,
  ): Promise<EntityTrend>;

  getDeployments(
    subject: DeliverySubject,
    period: Span,
    page: { cursor?: string; limit: number; environment?: string },
  ): Promise<DeploymentPage>;

  getSources(subject: DeliverySubject): Promise<EntitySources>;
}
