/** @public */
export type StaleSite = {
  /** Complete reference of the entity whose site it is. */
  entityRef: string;
  /** When its text last changed, or before, as an ISO 8601 instant. */
  changedAt: string;
  /** The last production deployment of what it documents, as an ISO 8601 instant. */
  deployedAt: string;
  /** Whole days from the one to the other. */
  daysBehind: number;
};

/** @public */
export type StaleSites = {
  /** Those that are behind longest first, at most 100. */
  items: StaleSite[];
  /** How many days documentation may be behind. */
  staleAfterDays: number;
};
