import type { Origin } from '../initiatives/Initiative';

/**
 * A service that nothing is expected of in a pillar for some time: it counts neither as meeting nor as below it.
 *
 * @public
 */
export type ExemptionInput = {
  /** Reference of a component. */
  entityRef: string;
  pillarId: string;
  /** First and last day, `YYYY-MM-DD`, both included; at most 366 days. */
  from: string;
  until: string;
  reason: string;
};

/** @public */
export type Exemption = ExemptionInput & {
  /** Of the service, the pillar and the first day. */
  id: string;
  /** Entity reference of who decided it, or the file that says it. */
  decidedBy: string;
  origin: Origin;
  /** Sent back when it is ended. */
  revision: number;
  demo: boolean;
};
