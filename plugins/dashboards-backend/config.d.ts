import type { HumanDuration } from '@backstage/types';

export interface Config {
  dashboards?: {
    /**
     * The board that a person begins with who has chosen none. The first entry that fits counts.
     */
    homes?: Array<{
      /**
       * References of groups; it fits whoever belongs to one of them. Absent: it fits everyone.
       */
      groups?: string[];
      /**
       * Reference of a dashboard in the catalog, such as dashboard:default/prod1.
       */
      board: string;
    }>;
    history?: {
      /**
       * How often the catalog is looked at for new versions of dashboards. Default: 5 seconds.
       */
      frequency?: HumanDuration | string;
    };
  };
}
