/**
 * How many events of a kind are told at once; a browser holds no more of both together.
 *
 * @public
 */
export const maxUsageEvents = 100;

/**
 * What a browser saw within some seconds. Nothing in it says who.
 *
 * @public
 */
export type UsageEvents = {
  /** Pages of documentation that were opened, one item a page; at most {@link maxUsageEvents}. */
  reads: Array<{
    /** Complete reference of the entity whose documentation it is. */
    entityRef: string;
  }>;
  /** Searches in the portal, one item a search; at most {@link maxUsageEvents}. */
  searches: Array<{
    term: string;
    /** Whether it found anything. */
    found: boolean;
  }>;
};
