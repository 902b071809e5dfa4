import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  isError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  ScaffolderDryRunResponse,
  TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { PermissionAccess } from '@portal/backend-access';
import {
  scaffolderPortalPreviewPermission,
  type PreviewRequest,
  type TemplatePreview,
} from '@portal/plugin-scaffolder-portal-common';
import { findSchemaProblems } from '../form/findSchemaProblems';
import type { TemplateForm } from '../form/TemplateForm';
import { answerLimits, type PreviewLimits } from './PreviewLimits';
import type { FolderFile, TemplateFolderReader } from './TemplateFolderReader';
import { toPreviewFiles } from './toPreviewFiles';

type Step = TemplateEntityV1beta3['spec']['steps'][number] & {
  id: string;
  name: string;
};

type Options = {
  access: PermissionAccess;
  auth: AuthService;
  folders: TemplateFolderReader;
  form: TemplateForm;
  limits: PreviewLimits;
  logger: LoggerService;
  scaffolder: Pick<ScaffolderService, 'dryRun'>;
};

const nothing = {
  files: [],
  moreFiles: 0,
  log: [],
  skippedSteps: [],
  problems: [],
};

/**
 * Shows the files that a template would make.
 *
 * @remarks
 *
 * Members may not use the scaffolder's own dry run: it runs the text of whoever asks. Here the text is that of the catalog, which the
 * caller must be able to read, so that the portal can ask the scaffolder as itself. As it then sees everything, only actions run that
 * write into the workspace; a template cannot show a caller what it may not see.
 */
export class TemplatePreviewer {
  readonly #options: Options;
  #running = 0;

  private constructor(options: Options) {
    this.#options = options;
  }

  static create(options: Options): TemplatePreviewer {
    return new TemplatePreviewer(options);
  }

  async preview(
    credentials: BackstageCredentials,
    request: PreviewRequest,
  ): Promise<TemplatePreview> {
    const { access, folders, form, limits } = this.#options;
    await access.require(credentials, scaffolderPortalPreviewPermission);
    const template = await form.read(credentials, request.templateRef);
    const problems = findSchemaProblems(template, request.values);
    if (problems.length > 0) {
      return { ...nothing, state: 'incomplete', problems };
    }
    if (this.#running >= limits.concurrent) {
      throw new ServiceUnavailableError(
        'Too many previews are being made; try again in a few seconds',
      );
    }
    this.#running++;
    const work = folders
      .read(template)
      .then(folder => this.#render(template, request.values, folder));
    // One that is too slow holds its place until it ends: the scaffolder can't be told to stop.
    work.catch(() => {}).finally(() => this.#running--);
    return within(limits.timeout, work);
  }

  async #render(
    template: TemplateEntityV1beta3,
    values: JsonObject,
    folder: FolderFile[],
  ): Promise<TemplatePreview> {
    const { actions } = this.#options.limits;
    const all = template.spec.steps.map(
      (step, index): Step => ({
        ...step,
        id: step.id ?? `step-${index + 1}`,
        name: step.name ?? step.action,
      }),
    );
    const run = all.filter(({ action }) => actions.includes(action));
    const skippedSteps = all
      .filter(step => !run.includes(step))
      .map(({ id, name, action }) => ({ id, name, action }));
    const tryFirst = (count: number) =>
      this.#dryRun(template, run.slice(0, count), values, folder);
    const outcome = await tryFirst(run.length);
    if ('directoryContents' in outcome) {
      return {
        state: 'ready',
        ...toPreviewFiles(outcome.directoryContents),
        log: toLog(outcome),
        skippedSteps,
        problems: [],
      };
    }
    return {
      ...nothing,
      state: 'failed',
      skippedSteps,
      failure: await findFailure(run, outcome, tryFirst),
    };
  }

  async #dryRun(
    template: TemplateEntityV1beta3,
    steps: Step[],
    values: JsonObject,
    folder: FolderFile[],
  ): Promise<ScaffolderDryRunResponse | { message: string }> {
    const { auth, logger, scaffolder } = this.#options;
    try {
      return await scaffolder.dryRun(
        {
          template: {
            ...template,
            spec: { ...template.spec, steps, output: {}, secrets: undefined },
          } as TemplateEntityV1beta3,
          values,
          directoryContents: folder,
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
    } catch (error) {
      if (!isError(error)) {
        throw error;
      }
      logger.debug('A preview failed', error);
      return { message: explain(error) };
    }
  }
}

/** The scaffolder does not say which step failed: it is the last of the shortest beginning that fails. */
async function findFailure(
  steps: readonly Step[],
  outcome: { message: string },
  tryFirst: (
    count: number,
  ) => Promise<ScaffolderDryRunResponse | { message: string }>,
): Promise<TemplatePreview['failure']> {
  let works = 0;
  let fails = steps.length;
  let { message } = outcome;
  while (fails - works > 1) {
    const middle = Math.floor((works + fails) / 2);
    const tried = await tryFirst(middle);
    if ('directoryContents' in tried) {
      works = middle;
    } else {
      fails = middle;
      message = tried.message;
    }
  }
  const step = steps[fails - 1];
  return { message, ...(step && { stepId: step.id, stepName: step.name }) };
}

function toLog({ log }: ScaffolderDryRunResponse): TemplatePreview['log'] {
  return log
    .slice(0, answerLimits.logLines)
    .map(({ body: { stepId, message } }) => ({
      message: withoutFolders(message),
      ...(stepId !== undefined && { stepId }),
    }));
}

function explain(error: Error): string {
  const message =
    error instanceof ResponseError ? error.cause.message : error.message;
  return withoutFolders(message).slice(0, 2000);
}

/** Where the machine keeps what it works on is of no use to a reader. */
function withoutFolders(message: string): string {
  return message.replace(
    /(\/[^\s'":]+)*\/dry-run-(content-)?[0-9a-f-]{36}/g,
    '.',
  );
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new ServiceUnavailableError(
            `The preview took longer than ${Math.round(
              milliseconds / 1000,
            )} seconds; a step of the template may hang`,
          ),
        ),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
