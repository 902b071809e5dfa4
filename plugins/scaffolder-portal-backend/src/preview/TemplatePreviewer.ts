import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ScaffolderDryRunResponse } from '@backstage/plugin-scaffolder-common';
import type { PermissionAccess } from '@portal/backend-access';
import {
  scaffolderPortalPreviewPermission,
  type PreviewRequest,
  type TemplatePreview,
} from '@portal/plugin-scaffolder-portal-common';
import { findSchemaProblems } from '../form/findSchemaProblems';
import type { TemplateForm } from '../form/TemplateForm';
import { answerLimits } from './PreviewLimits';
import { withoutFolders, type TemplateRenderer } from './TemplateRenderer';
import { toPreviewFiles } from './toPreviewFiles';

type Options = {
  access: PermissionAccess;
  form: TemplateForm;
  renderer: TemplateRenderer;
};

const nothing = {
  files: [],
  moreFiles: 0,
  log: [],
  skippedSteps: [],
  problems: [],
};

/** Shows the files that a template would make. */
export class TemplatePreviewer {
  readonly #options: Options;

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
    const { access, form, renderer } = this.#options;
    await access.require(credentials, scaffolderPortalPreviewPermission);
    const template = await form.read(credentials, request.templateRef);
    const problems = findSchemaProblems(template, request.values);
    if (problems.length > 0) {
      return { ...nothing, state: 'incomplete', problems };
    }
    const { skippedSteps, ...outcome } = await renderer.render(
      template,
      request.values,
    );
    return 'failure' in outcome
      ? { ...nothing, state: 'failed', skippedSteps, ...outcome }
      : {
          state: 'ready',
          ...toPreviewFiles(outcome.contents),
          log: toLog(outcome.log),
          skippedSteps,
          problems: [],
        };
  }
}

function toLog(log: ScaffolderDryRunResponse['log']): TemplatePreview['log'] {
  return log
    .slice(0, answerLimits.logLines)
    .map(({ body: { stepId, message } }) => ({
      message: withoutFolders(message),
      ...(stepId !== undefined && { stepId }),
    }));
}
