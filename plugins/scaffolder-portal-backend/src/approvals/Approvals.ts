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
  ResponseError,
  stringifyError,
} from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { PermissionAccess } from '@portal/backend-access';
import {
  approvalAction,
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
    { taskId, approvers, reason }: ApprovalRequest,
  ): Promise<Approval> {
    const user = await this.#user(credentials);
    const { approval, isNew } = await this.#options.store.request({
      ...(await this.#run(taskId, user)),
      approvers: groupRef(approvers),
      reason,
      requestedBy: user.ref,
    });
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
   * Decides, and starts the run with a yes. What was decided stays: another decision fails, also the same one again. Only a yes whose
   * run could not be started is said again, by who said it, to start the run.
   */
  async decide(
    credentials: BackstageCredentials,
    id: string,
    { decision, comment }: ApprovalDecision,
  ): Promise<Approval> {
    const { store } = this.#options;
    const user = await this.#user(credentials);
    const known = await this.#find(id, user);
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
      (await this.#claimAgain(id, status, user));
    const answer =
      status === 'approved' ? await this.#start(credentials, decided) : decided;
    await this.#tell(decided.requestedBy, {
      title: `${nameOf(decided.templateRef)}: ${status}`,
      description: [`By ${nameOf(user.ref)}.`, decided.comment]
        .join(' ')
        .trim(),
    });
    return toAnswer(answer, user);
  }

  /**
   * Fails unless the run is one that the group said yes to: the same template, not changed since, the same values, and no other run
   * before it.
   */
  async use(
    credentials: BackstageCredentials,
    id: string,
    { taskId, approvers }: ApprovalUse,
  ): Promise<void> {
    const user = await this.#user(credentials);
    const run = await this.#run(taskId, user);
    const { store } = this.#options;
    const approval = await store.find(id);
    if (
      approval?.status !== 'approved' ||
      approval.approvers !== groupRef(approvers) ||
      approval.templateRef !== run.templateRef ||
      !isDeepStrictEqual(
        withoutApproval(approval.values),
        withoutApproval(run.values),
      )
    ) {
      throw new NotAllowedError(
        `${approvers} has not approved this run with these values; run the template again without an approval to ask for one`,
      );
    }
    if (approval.templateEtag !== run.templateEtag) {
      throw new ConflictError(
        'The template has changed since it was approved; run the template again to ask for a new approval',
      );
    }
    if (!(await store.use(id, taskId))) {
      throw new ConflictError(
        'The approval was used for another run; run the template again to ask for a new one',
      );
    }
  }

  /** One that the caller may know of. */
  async #find(id: string, user: ApprovalUser): Promise<StoredApproval> {
    const known = await this.#options.store.find(id);
    if (!known || !(user.asked(known) || user.isApprover(known))) {
      throw new NotFoundError(`There is no approval ${id}`);
    }
    return known;
  }

  /** The caller's own yes, to start its run. Fails with what was decided for everything else. */
  async #claimAgain(
    id: string,
    status: ApprovalStatus,
    user: ApprovalUser,
  ): Promise<StoredApproval> {
    const { store } = this.#options;
    const decided = await this.#find(id, user);
    const isOwnYes =
      status === 'approved' &&
      decided.status === 'approved' &&
      decided.decidedBy === user.ref;
    if (!isOwnYes || !(await store.claimStart(id))) {
      throw new ConflictError(
        `${describeDecision(decided)}; what was decided stays`,
      );
    }
    return decided;
  }

  /** Starts the run. The start is the caller's already. */
  async #start(
    credentials: BackstageCredentials,
    { id, templateRef, values }: StoredApproval,
  ): Promise<StoredApproval> {
    const { scaffolder, store } = this.#options;
    try {
      const { taskId } = await inOwnWords(
        scaffolder.scaffold(
          { templateRef, values: { ...values, [approvalParameter]: id } },
          { credentials },
        ),
      );
      return await store.saveStarted(id, taskId);
    } catch (error) {
      await store.releaseStart(id);
      throw error;
    }
  }

  /** What a run is, as the scaffolder says: nobody else is believed. Fails unless it is the caller's, is running, and asks. */
  async #run(taskId: string, user: ApprovalUser) {
    const { auth, scaffolder } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const { spec, status } = await scaffolder
      .getTask({ taskId }, { credentials })
      .catch(error => {
        // Of a run that it does not know the scaffolder says that it failed itself.
        throw error instanceof ResponseError
          ? new NotAllowedError(`The scaffolder knows no run "${taskId}"`)
          : error;
      });
    const { templateInfo, parameters, steps } = spec;
    if (
      !templateInfo ||
      status !== 'processing' ||
      spec.user?.ref !== user.ref ||
      !steps.some(({ action }) => action === approvalAction)
    ) {
      throw new NotAllowedError(
        'Only a template that is running asks for an approval, for who runs it',
      );
    }
    return {
      taskId,
      templateRef: templateInfo.entityRef,
      templateEtag: templateInfo.entity?.metadata.etag,
      values: parameters,
    };
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
  const { requestedAt, decidedAt, usedByTaskId, templateEtag, ...rest } =
    approval;
  return {
    ...rest,
    requestedAt: requestedAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    mayDecide: user.mayDecide(approval) && isOpen(approval, user),
  };
}

/** Also a yes whose run could not be started, for who said it. */
function isOpen(approval: StoredApproval, user: ApprovalUser): boolean {
  const { status, decidedBy, startedTaskId } = approval;
  return (
    status === 'pending' ||
    (status === 'approved' && !startedTaskId && decidedBy === user.ref)
  );
}

/** Who decided, and when. */
function describeDecision({ status, decidedBy, decidedAt }: StoredApproval) {
  return `${decidedBy} ${status} it at ${decidedAt?.toISOString()}`;
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

/** Fails with what the scaffolder said, instead of with its status. */
async function inOwnWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof ResponseError ? error.cause : error;
  }
}
