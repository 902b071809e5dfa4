import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ResponseError } from '@backstage/errors';
import type { TaskStep } from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  approvalAction,
  approvalParameter,
} from '@portal/plugin-scaffolder-portal-common';
import type { StoredApproval } from './ApprovalStore';
import { explainRefusal } from './explainRefusal';

/** A run that asks for an approval, or goes on with one. */
export type ApprovalRun = {
  taskId: string;
  templateRef: string;
  templateEtag?: string;
  values: JsonObject;
  steps: readonly TaskStep[];
};

/** What {@link ApprovalRuns} works with. */
export type ApprovalRunsOptions = {
  auth: AuthService;
  scaffolder: ScaffolderService;
};

/** The runs of approvals, as the scaffolder tells them: nobody else is believed. */
export class ApprovalRuns {
  readonly #options: ApprovalRunsOptions;

  private constructor(options: ApprovalRunsOptions) {
    this.#options = options;
  }

  static create(options: ApprovalRunsOptions): ApprovalRuns {
    return new ApprovalRuns(options);
  }

  /** Fails unless it is the user's, is running, and asks. */
  async find(taskId: string, userRef: string): Promise<ApprovalRun> {
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
      spec.user?.ref !== userRef ||
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
      steps,
    };
  }

  /** Starts the run of a yes, and answers its id. Fails with why the scaffolder does not start it. */
  async start(
    credentials: BackstageCredentials,
    { id, templateRef, values }: StoredApproval,
  ): Promise<string> {
    try {
      const { taskId } = await this.#options.scaffolder.scaffold(
        { templateRef, values: { ...values, [approvalParameter]: id } },
        { credentials },
      );
      return taskId;
    } catch (error) {
      throw explainRefusal(error, templateRef);
    }
  }
}
