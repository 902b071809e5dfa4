import type { HumanDuration } from '@backstage/types';

export interface Config {
  docsCoverage?: {
    /**
     * The share of countable entities that should be documented, 0 to 1. Default: 0.9.
     */
    goal?: number;
    /**
     * How often the catalog and the documentation sites are read. Default: 1 hour.
     */
    frequency?: HumanDuration | string;
    /**
     * How long after start they are read for the first time. Default: 1 minute.
     */
    initialDelay?: HumanDuration | string;
    /**
     * How long one scan may take. What it could not do, the next one does. Default: 30 minutes.
     */
    timeout?: HumanDuration | string;
    /**
     * Which entities should have documentation. Default: components of lifecycle `production` and `experimental`, systems, and
     * APIs.
     */
    count?: Array<{
      /** The kind, such as `Component`. */
      kind: string;
      /** Only these values of `spec.type`. Default: every one. */
      types?: string[];
      /** Only these values of `spec.lifecycle`. Default: every one, none included. */
      lifecycles?: string[];
    }>;
    /** How much of one documentation site is read for broken links. */
    links?: {
      /** Pages. Default: 1000. */
      maxPages?: number;
      /** Bytes of a page. Larger pages are left out. Default: 1048576. */
      maxPageBytes?: number;
      /** Broken links that are kept. Default: 500. */
      maxBrokenLinks?: number;
    };
    /** Whether documentation keeps up with what it documents. */
    freshness?: {
      /**
       * How long before the last production deployment documentation may have changed last, in whole days. Default: 90 days.
       */
      staleAfter?: HumanDuration | string;
    };
    /** Counts of what is read and searched for. They say nothing about who. */
    usage?: {
      /** Whether anything is counted. Default: true. */
      enabled?: boolean;
      /** How long counts are kept, in whole days. Default: 90 days. */
      retention?: HumanDuration | string;
    };
  };
}
