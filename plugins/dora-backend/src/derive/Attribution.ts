import type { Outcome } from './Outcome';

/** What follows from the facts of an entity. */
export type Attribution = {
  entityId: number;
  /** What the stored deployments are called, in the order of the deployments. */
  places: Int32Array;
  /** The place in order of each commit's deployment; the first one's commits are no changes, nor are those of none, below 0. */
  owners: Int32Array;
  /** How many changes each deployment brought, in order. */
  changes: Int32Array;
  /** By the place in order; of those that are not here, nothing became. */
  outcomes: ReadonlyMap<number, Outcome>;
};
