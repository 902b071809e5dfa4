import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { PermissionAccess } from '@portal/backend-access';
import {
  approvalParameter,
  checkApprovalGuards,
  scaffolderPortalApprovalWithdrawPermission,
  scaffolderPortalReadPermission,
  type Approval,
  type ApprovalDecision,
  type ApprovalRequest,
  type ApprovalStatus,
  type ApprovalUse,
} from '@portal/plugin-scaffolder-portal-common';
import { isDeepStrictEqual } from 'node:util';
import type { ApprovalRuns } from './ApprovalRuns';
import type { ApprovalStore, StoredApproval } from './ApprovalStore';
import type { ApprovalTeller } from './ApprovalTeller';
import { ApprovalUser } from './ApprovalUser';

const mostListed = 200;

/** What {@link Approvals} works with. */
export type ApprovalsOptions = {
  access: PermissionAccess;
  auth: AuthService;
  /** How long one waits for a decision, in milliseconds. */
  lifetime: number;
  runs: ApprovalRuns;
  store: ApprovalStore;
  teller: ApprovalTeller;
  userInfo: UserInfoService;
};

/**
 * Runs of templates that need somebody's yes: asked for by a run, which ends; decided by a member of the group other than who asked;
 * and gone on with by a run that is started with the yes, in the name of who gave it. One that nobody decides in time expires, and who
 * asked may withdraw it before.
 */
export class Approvals {
  readonly #options: ApprovalsOptions;

  private constructor(options: ApprovalsOptions) {
    this.#options = options;
  }

  static create(options: ApprovalsOptions): Approvals {
    return new Approvals(options);
  }

  /**
   * Keeps the question and tells the group. Asking again for the same run changes nothing. Fails where a step after the one that asks
   * would run without the yes.
   */
  async request(
    credentials: BackstageCredentials,
    { taskId, approvers, reason }: ApprovalRequest,
  ): Promise<Approval> {
    const { lifetime, runs, store, teller } = this.#options;
    const user = await this.#user(credentials);
    const { steps, ...run } = await runs.find(taskId, user.ref);
    const unguarded = checkApprovalGuards(steps);
    if (unguarded.length > 0) {
      throw new InputError(
        `The template would not wait for the approval. ${unguarded
          .map(({ message }) => message)
          .join('. ')}`,
      );
    }
    const { approval, isNew } = await store.request({
      ...run,
      approvers: groupRef(approvers),
      reason,
      requestedBy: user.ref,
      lifetime,
    });
    if (isNew) {
      await teller.wanted(approval);
    }
    return user.answer(approval);
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
    return approvals.map(approval => user.answer(approval));
  }

  /**
   * Decides, and starts the run with a yes; where it can't be started, nothing is decided. What was decided stays: another decision
   * fails, also the same one again. Only a yes whose start was cut off is said again, by who said it, to start the run.
   */
  async decide(
    credentials: BackstageCredentials,
    id: string,
    { decision, comment }: ApprovalDecision,
  ): Promise<Approval> {
    const { store, teller } = this.#options;
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
    await teller.decided(answer);
    return user.answer(answer);
  }

  /** Ends what the caller asked for and nobody has decided. */
  async withdraw(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<Approval> {
    const { access, store } = this.#options;
    await access.require(
      credentials,
      scaffolderPortalApprovalWithdrawPermission,
    );
    const user = await this.#user(credentials);
    if (!user.asked(await this.#find(id, user))) {
      throw new NotAllowedError(
        'Only who asked withdraws; whoever decides rejects instead',
      );
    }
    const withdrawn = await store.withdraw(id, user.ref);
    if (!withdrawn) {
      throw endedAlready(await this.#find(id, user));
    }
    return user.answer(withdrawn);
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
    const { runs, store } = this.#options;
    const user = await this.#user(credentials);
    const run = await runs.find(taskId, user.ref);
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
    if (!known || !user.sees(known)) {
      throw new NotFoundError(`There is no approval ${id}`);
    }
    return known;
  }

  /** The caller's own yes, to start its run. Fails with what became of it for everything else. */
  async #claimAgain(
    id: string,
    status: ApprovalStatus,
    user: ApprovalUser,
  ): Promise<StoredApproval> {
    const ended = await this.#find(id, user);
    const isOwnYes =
      status === 'approved' &&
      ended.status === 'approved' &&
      ended.decidedBy === user.ref;
    if (!isOwnYes || !(await this.#options.store.claimStart(id))) {
      throw endedAlready(ended);
    }
    return ended;
  }

  /** Starts the run. The start is the caller's already. A yes that starts nothing is none. */
  async #start(
    credentials: BackstageCredentials,
    approval: StoredApproval,
  ): Promise<StoredApproval> {
    const { runs, store } = this.#options;
    try {
      const taskId = await runs.start(credentials, approval);
      return await store.saveStarted(approval.id, taskId);
    } catch (error) {
      await store.reopen(approval.id);
      throw error;
    }
  }

  async #user(credentials: BackstageCredentials): Promise<ApprovalUser> {
    const { access, auth, userInfo } = this.#options;
    await access.require(credentials, scaffolderPortalReadPermission);
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only people ask for approvals and give them');
    }
    const { ownershipEntityRefs: ownership } = await userInfo.getUserInfo(
      credentials,
    );
    return ApprovalUser.create({
      ref: credentials.principal.userEntityRef,
      ownership,
      withdraws: await access.may(
        credentials,
        scaffolderPortalApprovalWithdrawPermission,
      ),
    });
  }
}

/** Who ended it, and when. */
function endedAlready(approval: StoredApproval): ConflictError {
  const { status, decidedBy, decidedAt, expiresAt } = approval;
  if (status === 'expired') {
    return new ConflictError(
      `It expired at ${expiresAt.toISOString()}; the template has to be run again to ask anew`,
    );
  }
  const did = status === 'withdrawn' ? 'withdrew' : status;
  return new ConflictError(
    `${decidedBy} ${did} it at ${decidedAt?.toISOString()}; what was decided stays`,
  );
}

function groupRef(text: string): string {
  const ref = parseEntityRef(text, { defaultKind: 'group' });
  if (ref.kind.toLocaleLowerCase('en-US') !== 'group') {
    throw new InputError(`"${text}" is no group; only groups approve`);
  }
  return stringifyEntityRef(ref);
}

function withoutApproval(values: JsonObject): JsonObject {
  const { [approvalParameter]: _, ...rest } = values;
  return rest;
}
