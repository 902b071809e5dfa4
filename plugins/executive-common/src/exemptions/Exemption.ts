/**
 * Takes a service out of a pillar for a time.
 *
 * @public
 */
export type ExemptionInput = {
  componentRef: string;
  pillarId: string;
  /** `YYYY-MM-DD`, included. */
  from: string;
  /** `YYYY-MM-DD`, excluded; at most a year later. */
  until: string;
  reason: string;
};

/** @public */
export type Exemption = ExemptionInput & {
  id: string;
  approvedBy: string;
  at: string;
  /** When and by whom it was ended early. */
  endedAt?: string;
  endedBy?: string;
};
