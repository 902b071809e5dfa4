import type { ApprovalStatus } from '@portal/plugin-scaffolder-portal-common';
import type { JsonObject } from '@backstage/types';

/** What is asked for, with what the run says of itself. */
export type NewApproval = {
  taskId: string;
  templateRef: string;
  /** Of the template, when it was asked for. */
  templateEtag?: string;
  requestedBy: string;
  approvers: string;
  reason: string;
  values: JsonObject;
  /** How long it waits for a decision, in milliseconds. */
  lifetime: number;
};

/** An approval as it is by now: one that nobody decided in time is `expired`. */
export type StoredApproval = {
  id: string;
  templateRef: string;
  templateEtag?: string;
  requestedBy: string;
  requestedAt: Date;
  expiresAt: Date;
  approvers: string;
  reason: string;
  values: JsonObject;
  status: ApprovalStatus;
  /** Also who withdrew it. */
  decidedBy?: string;
  decidedAt?: Date;
  comment?: string;
  startedTaskId?: string;
  usedByTaskId?: string;
};

/** Keeps approvals. */
export interface ApprovalStore {
  /** The approval of that run: made now, or the one that is there. */
  request(
    request: NewApproval,
  ): Promise<{ approval: StoredApproval; isNew: boolean }>;

  find(id: string): Promise<StoredApproval | undefined>;

  /** Latest first: those that the user asked for, and those that the groups decide. */
  list(options: {
    requestedBy: string;
    approvers: readonly string[];
    status?: ApprovalStatus;
    limit: number;
  }): Promise<StoredApproval[]>;

  /** Undefined when it is decided, withdrawn or expired. With a yes, the start of its run is the caller's. */
  decide(
    id: string,
    decision: {
      status: 'approved' | 'rejected';
      decidedBy: string;
      comment?: string;
    },
  ): Promise<StoredApproval | undefined>;

  /** Undefined when it is decided, withdrawn or expired. */
  withdraw(
    id: string,
    requestedBy: string,
  ): Promise<StoredApproval | undefined>;

  /** Expired, and whoever asked was not told yet; the earliest first. */
  listExpired(limit: number): Promise<StoredApproval[]>;

  saveExpiryTold(id: string): Promise<void>;

  /** Reserves the start of its run. False where the run was started, or where another start is under way. */
  claimStart(id: string): Promise<boolean>;

  /** Takes the yes back, whose run could not be started: somebody else may be able to start it. */
  reopen(id: string): Promise<void>;

  /** The approval, with the run that it was started with. */
  saveStarted(id: string, taskId: string): Promise<StoredApproval>;

  /** Binds it to a run. Whether it is that run's now: it counts for one. */
  use(id: string, taskId: string): Promise<boolean>;
}
