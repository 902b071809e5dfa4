import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
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
import type { TemplatePreview } from '@portal/plugin-scaffolder-portal-common';
import type { PreviewLimits } from './PreviewLimits';
import type { FolderFile, TemplateFolderReader } from './TemplateFolderReader';

type Step = TemplateEntityV1beta3['spec']['steps'][number] & {
  id: string;
  name: string;
};

/** What {@link TemplateRenderer} works with. */
export type TemplateRendererOptions = {
  auth: AuthService;
  folders: TemplateFolderReader;
  limits: PreviewLimits;
  logger: LoggerService;
  scaffolder: Pick<ScaffolderService, 'dryRun'>;
};

/** The files that a template makes of values, or at which step it fails. */
export type Rendering = Pick<TemplatePreview, 'skippedSteps'> &
  (
    | {
        contents: ScaffolderDryRunResponse['directoryContents'];
        log: ScaffolderDryRunResponse['log'];
      }
    | { failure: NonNullable<TemplatePreview['failure']> }
  );

/**
 * Makes the files of a template without publishing them.
 *
 * @remarks
 *
 * Members may not use the scaffolder's own dry run: it runs the text of whoever asks. Here the text is that of the catalog, which the
 * caller must be able to read, so that the portal can ask the scaffolder as itself. As it then sees everything, only actions run that
 * write into the workspace; a template cannot show a caller what it may not see.
 */
export class TemplateRenderer {
  readonly #options: TemplateRendererOptions;
  #running = 0;

  private constructor(options: TemplateRendererOptions) {
    this.#options = options;
  }

  static create(options: TemplateRendererOptions): TemplateRenderer {
    return new TemplateRenderer(options);
  }

  /** The caller has made sure that the values are what the template accepts, and that the reader may see what comes of them. */
  async render(
    template: TemplateEntityV1beta3,
    values: JsonObject,
  ): Promise<Rendering> {
    const { folders, limits } = this.#options;
    if (this.#running >= limits.concurrent) {
      throw new ServiceUnavailableError(
        'Too many previews are being made; try again in a few seconds',
      );
    }
    this.#running++;
    const work = folders
      .read(template)
      .then(folder => this.#render(template, values, folder));
    // One that is too slow holds its place until it ends: the scaffolder can't be told to stop.
    work.catch(() => {}).finally(() => this.#running--);
    return within(limits.timeout, work);
  }

  async #render(
    template: TemplateEntityV1beta3,
    values: JsonObject,
    folder: FolderFile[],
  ): Promise<Rendering> {
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
    return 'directoryContents' in outcome
      ? {
          skippedSteps,
          contents: outcome.directoryContents,
          log: outcome.log,
        }
      : { skippedSteps, failure: await findFailure(run, outcome, tryFirst) };
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
): Promise<NonNullable<TemplatePreview['failure']>> {
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

function explain(error: Error): string {
  const message =
    error instanceof ResponseError ? error.cause.message : error.message;
  return withoutFolders(message).slice(0, 2000);
}

/** Where the machine keeps what it works on is of no use to a reader. */
export function withoutFolders(message: string): string {
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
