import type { Initiative, Money, Origin } from '../initiatives/Initiative';

/**
 * What the people of a group cost, all together: nobody's own pay.
 *
 * @public
 */
export type PeopleRateInput = {
  groupRef: string;
  /** `YYYY-MM-DD`, included; holds until the next of the group. */
  from: string;
  /** Full-time equivalents. */
  people: number;
  /** A month of one full-time equivalent. */
  monthly: Money;
};

/** @public */
export type PeopleRate = PeopleRateInput & {
  /** Of the group and the day. */
  id: string;
  origin: Origin;
  /** Rises with every change; see {@link Initiative}. */
  revision: number;
  demo: boolean;
};
