import type { FailureReason } from '@portal/plugin-dora-common';

/** What became of a deployment, by its place in order. */
export type Outcome = {
  ordinal: number;
  /** Empty where it did not fail. */
  reasons: readonly FailureReason[];
  /** The ordinal of the deployment that ended the failure. */
  recoveredBy?: number;
  /** The number of the report of the incident whose end ended it. */
  recoveryReport?: number;
  /** Milliseconds from the deployment to its recovery. */
  recoveryMs?: number;
  rework: boolean;
};

/** Something that is charged to no deployment. */
export type UnattributedReport = {
  number: number;
  reason: string;
  /** Epoch milliseconds. */
  at: number;
};
