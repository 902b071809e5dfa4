/** How often something happened. Counts of disjoint sets of events add, in any order. */
export type UsageCounts = {
  /** Opened pages, by the reference of the entity whose documentation they are. */
  reads: Map<string, number>;
  /** Searches, by their term. */
  searches: Map<string, { searches: number; withoutResult: number }>;
};
