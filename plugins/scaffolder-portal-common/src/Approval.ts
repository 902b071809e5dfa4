import type { JsonObject } from '@backstage/types';

/**
 * A run of a template that waits for somebody's yes, or has got an answer.
 *
 * @public
 */
export type Approval = {
  id: string;
  templateRef: string;
  /** Reference of the user who filled the form in. */
  requestedBy: string;
  /** ISO time. */
  requestedAt: string;
  /** ISO time until which it waits for a decision. */
  expiresAt: string;
  /** Reference of the group whose members decide. */
  approvers: string;
  /** Why it needs a yes. */
  reason: string;
  /** What was filled into the form; never a secret. */
  values: JsonObject;
  status: ApprovalStatus;
  /** Who decided, or withdrew it. */
  decidedBy?: string;
  /** ISO time. */
  decidedAt?: string;
  comment?: string;
  /** The run that was started when it was approved. */
  startedTaskId?: string;
  /** Whether the caller may decide: a member of the group, other than who asked. */
  mayDecide: boolean;
  /** Whether the caller may withdraw it: who asked, while nobody has decided. */
  mayWithdraw: boolean;
};

/** `expired`: nobody decided in time. @public */
export type ApprovalStatus =
  | 'pending'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'expired';

/** What a run says that needs a yes. Its template and values are those of the run itself. @public */
export type ApprovalRequest = {
  /** The run that asks; asking again for it answers the same approval. */
  taskId: string;
  approvers: string;
  reason: string;
};

/** @public */
export type ApprovalDecision = {
  decision: 'approve' | 'reject';
  /** At most 500 characters. */
  comment?: string;
};

/** The run that goes on with an approval, and the group that its template asks. @public */
export type ApprovalUse = { taskId: string; approvers: string };
