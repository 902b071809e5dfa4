import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonValue } from '@backstage/types';
import type { PermissionAccess } from '@portal/backend-access';
import type {
  PreviewRequest,
  TemplateProblem,
} from '@portal/plugin-scaffolder-portal-common';
import type { TemplateForm } from '../form/TemplateForm';
import { explainStartRefusal } from './explainStartRefusal';

/** What became of a wish to run a template. */
export type StartedTemplate = {
  state: 'started' | 'refused';
  taskId?: string;
  /** The page of the run. */
  link?: string;
  problems: TemplateProblem[];
};

/** What {@link TemplateStarter} works with. */
export type TemplateStarterOptions = {
  access: PermissionAccess;
  appUrl: string;
  auditor: AuditorService;
  form: TemplateForm;
  scaffolder: Pick<ScaffolderService, 'scaffold'>;
};

/** Runs templates for those who fill in the form without a browser: in their name, with what the form would say of their values. */
export class TemplateStarter {
  readonly #options: TemplateStarterOptions;

  private constructor(options: TemplateStarterOptions) {
    this.#options = options;
  }

  static create(options: TemplateStarterOptions): TemplateStarter {
    return new TemplateStarter(options);
  }

  async start(
    credentials: BackstageCredentials,
    request: PreviewRequest,
  ): Promise<StartedTemplate> {
    const { access, auditor } = this.#options;
    const { templateRef } = request;
    // What was filled in may be secret, and is not said.
    const event = await auditor.createEvent({
      eventId: 'template-start',
      severityLevel: 'medium',
      meta: { templateRef },
    });
    try {
      await access.require(credentials, taskCreatePermission);
      const started = await this.#start(credentials, request);
      const { state, taskId } = started;
      await event.success({ meta: { state, ...(taskId && { taskId }) } });
      return started;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  async #start(
    credentials: BackstageCredentials,
    { templateRef, values }: PreviewRequest,
  ): Promise<StartedTemplate> {
    const { appUrl, form, scaffolder } = this.#options;
    const template = await form.read(credentials, templateRef);
    const problems = await form.problems(credentials, template, values);
    if (problems.length > 0) {
      return { state: 'refused', problems };
    }
    try {
      const { taskId } = await scaffolder.scaffold(
        { templateRef, values: values as Record<string, JsonValue> },
        { credentials },
      );
      const link = `${appUrl}/create/tasks/${encodeURIComponent(taskId)}`;
      return { state: 'started', taskId, link, problems: [] };
    } catch (error) {
      throw explainStartRefusal(error, templateRef);
    }
  }
}
