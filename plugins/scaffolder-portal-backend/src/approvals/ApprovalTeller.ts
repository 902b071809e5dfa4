import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { approvalsPath } from '@portal/plugin-scaffolder-portal-common';
import type { StoredApproval } from './ApprovalStore';

/** What {@link ApprovalTeller} works with. */
export type ApprovalTellerOptions = {
  logger: LoggerService;
  notifications: NotificationService;
};

/** Tells people of approvals. What could not be told is still on the page of approvals. */
export class ApprovalTeller {
  readonly #options: ApprovalTellerOptions;

  private constructor(options: ApprovalTellerOptions) {
    this.#options = options;
  }

  static create(options: ApprovalTellerOptions): ApprovalTeller {
    return new ApprovalTeller(options);
  }

  /** The group that decides. */
  async wanted(approval: StoredApproval): Promise<void> {
    await this.#tell(approval, approval.approvers, {
      title: `Approval wanted: ${nameOf(approval.templateRef)}`,
      description: `${nameOf(approval.requestedBy)} wants to run it. ${
        approval.reason
      }`,
    });
  }

  /** Who asked. */
  async decided(approval: StoredApproval): Promise<void> {
    const { decidedBy, comment = '', status, templateRef } = approval;
    const by = decidedBy === undefined ? '' : `By ${nameOf(decidedBy)}.`;
    await this.#tell(approval, approval.requestedBy, {
      title: `${nameOf(templateRef)}: ${status}`,
      description: `${by} ${comment}`.trim(),
    });
  }

  /** Who asked. Whether it could be told. */
  async expired(approval: StoredApproval): Promise<boolean> {
    const { id, approvers, templateRef } = approval;
    return this.#tell(approval, approval.requestedBy, {
      title: `${nameOf(templateRef)}: expired`,
      description: `Nobody of ${nameOf(
        approvers,
      )} decided in time. Run the template again to ask anew.`,
      // Told twice, where the portal stopped before it was written down, it is one notification.
      scope: `approval-expired-${id}`,
    });
  }

  async #tell(
    { id }: StoredApproval,
    entityRef: string,
    payload: { title: string; description: string; scope?: string },
  ): Promise<boolean> {
    const { logger, notifications } = this.#options;
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, link: approvalsPath, topic: 'approvals' },
      });
      return true;
    } catch (error) {
      logger.warn(
        `${entityRef} could not be told of the approval ${id}: ${stringifyError(
          error,
        )}`,
      );
      return false;
    }
  }
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}
