import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  stringifyError,
} from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { PermissionAccess } from '@portal/backend-access';
import {
  approvalParameter,
  approvalsPath,
  scaffolderPortalReadPermission,
  type Approval,
  type ApprovalDecision,
  type ApprovalRequest,
  type ApprovalStatus,
  type ApprovalUse,
} from '@portal/plugin-scaffolder-portal-common';
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@backstage/types';
import type { ApprovalStore, StoredApproval } from './ApprovalStore';

const mostListed = 200;

/** What {@link Approvals} works with. */
export type ApprovalsOptions = {
  access: PermissionAccess;
  auth: AuthService;
  logger: LoggerService;
  notifications: NotificationService;
  scaffolder: ScaffolderService;
  store: ApprovalStore;
  userInfo: UserInfoService;
};

/** Who calls, as far as approvals go. */
class ApprovalUser {
  constructor(readonly ref: string, readonly ownership: readonly string[]) {}

  asked(approval: StoredApproval): boolean {
    return approval.requestedBy === this.ref;
  }

  isApprover(approval: StoredApproval): boolean {
    return this.ownership.includes(approval.approvers);
  }

  mayDecide(approval: StoredApproval): boolean {
    return this.isApprover(approval) && !this.asked(approval);
  }
}

/**
 * Runs of templates that need somebody's yes: asked for by a run, which ends; decided by a member of the group other than who asked;
 * and gone on with by a run that is started with the yes, in the name of who gave it.
 */
export class Approvals {
  readonly #options: ApprovalsOptions;

  private constructor(options: ApprovalsOptions) {
    this.#options = options;
  }

  static create(options: ApprovalsOptions): Approvals {
    return new Approvals(options);
  }

  /** Keeps the question and tells the group. Asking again for the same run changes nothing. */
  async request(
    credentials: BackstageCredentials,
    request: ApprovalRequest,
  ): Promise<Approval> {
    const user = await this.#user(credentials);
    const { approval, isNew } = await this.#options.store.request({
      ...request,
      approvers: groupRef(request.approvers),
      requestedBy: user.ref,
    });
    if (approval.requestedBy !== user.ref) {
      throw new NotAllowedError('Somebody else asked for this run');
    }
    if (isNew) {
      await this.#tell(approval.approvers, {
        title: `Approval wanted: ${nameOf(approval.templateRef)}`,
        description: `${nameOf(user.ref)} wants to run it. ${approval.reason}`,
      });
    }
    return toAnswer(approval, user);
  }

  /** Those that the caller asked for or decides, latest first, at most 200. */
  async list(
    credentials: BackstageCredentials,
    status?: ApprovalStatus,
  ): Promise<Approval[]> {
    const user = await this.#user(credentials);
    const approvals = await this.#options.store.list({
      requestedBy: user.ref,
      approvers: user.ownership,
      status,
      limit: mostListed,
    });
    return approvals.map(approval => toAnswer(approval, user));
  }

  /**
   * Decides, and starts the run with a yes. Where it could not be started, the same yes again starts it.
   */
  async decide(
    credentials: BackstageCredentials,
    id: string,
    { decision, comment }: ApprovalDecision,
  ): Promise<Approval> {
    const { store } = this.#options;
    const user = await this.#user(credentials);
    const known = await store.find(id);
    if (!known || !(user.asked(known) || user.isApprover(known))) {
      throw new NotFoundError(`There is no approval ${id}`);
    }
    if (!user.mayDecide(known)) {
      throw new NotAllowedError(
        user.asked(known)
          ? 'Who asks does not decide; another member of the group has to'
          : `Only members of ${known.approvers} decide`,
      );
    }
    const status = decision === 'approve' ? 'approved' : 'rejected';
    const decided =
      (await store.decide(id, { status, decidedBy: user.ref, comment })) ??
      (await store.find(id));
    if (decided?.status !== status || decided.decidedBy !== user.ref) {
      throw new ConflictError(
        `${decided?.decidedBy ?? 'Somebody'} has ${
          decided?.status ?? 'decided'
        } it already`,
      );
    }
    if (known.status === 'pending') {
      await this.#tell(decided.requestedBy, {
        title: `${nameOf(decided.templateRef)}: ${status}`,
        description: [`By ${nameOf(user.ref)}.`, comment].join(' ').trim(),
      });
    }
    if (status === 'approved' && decided.startedTaskId === undefined) {
      const { taskId } = await this.#options.scaffolder.scaffold(
        {
          templateRef: decided.templateRef,
          values: { ...decided.values, [approvalParameter]: decided.id },
        },
        { credentials },
      );
      await store.saveStarted(id, taskId);
      return toAnswer({ ...decided, startedTaskId: taskId }, user);
    }
    return toAnswer(decided, user);
  }

  /** Fails unless the run is one that somebody said yes to: the same template and values, and no other run before it. */
  async use(
    credentials: BackstageCredentials,
    id: string,
    { taskId, templateRef, values }: ApprovalUse,
  ): Promise<void> {
    await this.#user(credentials);
    const { store } = this.#options;
    const approval = await store.find(id);
    if (
      approval?.status !== 'approved' ||
      approval.templateRef !== templateRef ||
      !isDeepStrictEqual(
        withoutApproval(approval.values),
        withoutApproval(values),
      )
    ) {
      throw new NotAllowedError(
        'Nobody has approved this run with these values; run the template again without an approval to ask for one',
      );
    }
    if (!(await store.use(id, taskId))) {
      throw new ConflictError(
        'The approval was used for another run; run the template again to ask for a new one',
      );
    }
  }

  async #user(credentials: BackstageCredentials) {
    const { access, auth, userInfo } = this.#options;
    await access.require(credentials, scaffolderPortalReadPermission);
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only people ask for approvals and give them');
    }
    const ref = credentials.principal.userEntityRef;
    const { ownershipEntityRefs: ownership } = await userInfo.getUserInfo(
      credentials,
    );
    return new ApprovalUser(ref, ownership);
  }

  /** What could not be told is still on the page of approvals. */
  async #tell(
    entityRef: string,
    payload: { title: string; description: string },
  ) {
    const { logger, notifications } = this.#options;
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, link: approvalsPath, topic: 'approvals' },
      });
    } catch (error) {
      logger.warn(
        `${entityRef} could not be told of an approval: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

function toAnswer(approval: StoredApproval, user: ApprovalUser): Approval {
  const { requestedAt, decidedAt, usedByTaskId: _, ...rest } = approval;
  return {
    ...rest,
    requestedAt: requestedAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    mayDecide: approval.status === 'pending' && user.mayDecide(approval),
  };
}

function groupRef(text: string): string {
  const ref = parseEntityRef(text, { defaultKind: 'group' });
  if (ref.kind.toLocaleLowerCase('en-US') !== 'group') {
    throw new InputError(`"${text}" is no group; only groups approve`);
  }
  return stringifyEntityRef(ref);
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}

function withoutApproval(values: JsonObject): JsonObject {
  const { [approvalParameter]: _, ...rest } = values;
  return rest;
}
