/**
 * What is read, and what is looked for in vain. The counts are lower bounds: what a browser could not tell is not counted.
 *
 * @public
 */
export type DocsUsage = {
  /** Whether reads and searches are counted. Where they are not, what was counted before is left to its retention. */
  enabled: boolean;
  /** How many days they are of, today included. */
  days: number;
  /** The most read first, at most 50; only what the caller sees in the catalog. */
  mostRead: Array<{
    entityRef: string;
    /** How often a page of it was opened. */
    reads: number;
  }>;
  /** Those that found nothing most often first, at most 50. They are of the whole portal, whatever the scope. */
  searchesWithoutResult: Array<{
    /** In lower case, at most 100 characters. */
    term: string;
    searches: number;
    /** How many of them found nothing; at least 1. */
    withoutResult: number;
  }>;
};
