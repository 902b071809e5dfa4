import type { Approval } from '@portal/plugin-scaffolder-portal-common';
import type { StoredApproval } from './ApprovalStore';

/** Who calls, as far as approvals go. */
export class ApprovalUser {
  readonly ref: string;
  readonly ownership: readonly string[];
  readonly #withdraws: boolean;

  private constructor(options: {
    ref: string;
    ownership: readonly string[];
    withdraws: boolean;
  }) {
    this.ref = options.ref;
    this.ownership = options.ownership;
    this.#withdraws = options.withdraws;
  }

  /** `withdraws`: whether the caller has the permission to withdraw what the caller asked for. */
  static create(options: {
    ref: string;
    ownership: readonly string[];
    withdraws: boolean;
  }): ApprovalUser {
    return new ApprovalUser(options);
  }

  asked(approval: StoredApproval): boolean {
    return approval.requestedBy === this.ref;
  }

  /** Whether the caller may know of it at all. */
  sees(approval: StoredApproval): boolean {
    return this.asked(approval) || this.#isApprover(approval);
  }

  mayDecide(approval: StoredApproval): boolean {
    return this.#isApprover(approval) && !this.asked(approval);
  }

  /** What the caller is told of it. */
  answer(approval: StoredApproval): Approval {
    const { requestedAt, expiresAt, decidedAt, ...rest } = approval;
    const { templateEtag: _, usedByTaskId: __, ...told } = rest;
    return {
      ...told,
      requestedAt: requestedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
      mayDecide: this.mayDecide(approval) && this.#isOpen(approval),
      mayWithdraw:
        this.#withdraws &&
        this.asked(approval) &&
        approval.status === 'pending',
    };
  }

  #isApprover(approval: StoredApproval): boolean {
    return this.ownership.includes(approval.approvers);
  }

  /** Also a yes whose start was cut off, for who said it. */
  #isOpen({ status, decidedBy, startedTaskId }: StoredApproval): boolean {
    return (
      status === 'pending' ||
      (status === 'approved' && !startedTaskId && decidedBy === this.ref)
    );
  }
}
