import type { HumanDuration } from '@backstage/types';

export interface Config {
  metrics?: {
    /**
     * How long after the end of the last reported day a value is stale. A definition may say otherwise with
     * `staleAfterHours`. Default: 2 days.
     */
    staleAfter?: HumanDuration | string;
    /**
     * Settings of single metrics. They win over the definition.
     */
    overrides?: Array<{
      /** The metric's id, such as `changeLeadTime`. */
      metric: string;
      /** As above, for this metric. */
      staleAfter: HumanDuration | string;
    }>;
    /**
     * How long values are kept, at least 366 days. Default: 1100 days, three years with their comparison.
     */
    retention?: HumanDuration | string;
  };
}
