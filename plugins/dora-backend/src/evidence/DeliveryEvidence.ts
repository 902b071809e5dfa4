import type {
  DeploymentDetail,
  EntityExplanation,
  UnattributedPage,
} from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';
import type { DeliverySubject } from '../services/DeliveryMetrics';

/** Shows what stands behind the figures of one entity. Who may ask is decided before. */
export interface DeliveryEvidence {
  /** Fails with a `NotFoundError`. */
  getDeployment(
    subject: DeliverySubject,
    id: string,
  ): Promise<DeploymentDetail>;

  getExplanation(
    subject: DeliverySubject,
    period: Span,
    environment?: string,
  ): Promise<EntityExplanation>;

  /** What the explanation of the same period counts as charged to no deployment, newest first. */
  getUnattributed(
    subject: DeliverySubject,
    period: Span,
    page: { cursor?: string; limit: number },
  ): Promise<UnattributedPage>;
}
