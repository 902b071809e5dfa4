import type { DoraMetricId } from '../api';
import type { PerformanceTier, TierMetricId } from '../tiers';

/**
 * What the search keeps of a service's delivery over the last 90 days, beside title, text and location. Values are in the
 * units of their metrics.
 *
 * @public
 */
export type DeliveryFields = {
  [Field in `tier_${TierMetricId}`]?: PerformanceTier;
} & {
  [Field in `value_${DoraMetricId}`]?: number;
} & {
  entityRef: string;
  kind: string;
  namespace: string;
  /** Names of the owners, without kind where they are groups, as in the documents of the catalog. */
  owner: string;
  /** `spec.type` of the entity; empty where it has none. */
  componentType: string;
  /** Year of the report that the tiers are from. */
  edition: string;
};
