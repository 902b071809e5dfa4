import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import { ConflictError, NotFoundError, ResponseError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  templateVersionOf,
  type TemplateUpgrade,
  type UpgradeRequest,
} from '@portal/plugin-scaffolder-portal-common';
import { defaultsOf } from '../form/defaultsOf';
import { findSchemaProblems } from '../form/findSchemaProblems';
import type { TemplateForm } from '../form/TemplateForm';
import type { TemplateRenderer } from '../preview/TemplateRenderer';
import type { MadeRepositories } from './MadeRepositories';
import { publishedFolderOf } from './publishedFolderOf';
import type { UpgradeAccess } from './UpgradeAccess';
import { withRendering } from './withRendering';

/** What {@link TemplateUpgrader} works with. */
export type TemplateUpgraderOptions = {
  access: UpgradeAccess;
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  form: TemplateForm;
  made: MadeRepositories;
  renderer: TemplateRenderer;
  scaffolder: Pick<ScaffolderService, 'getTask'>;
};

const author = { name: 'Portal', email: 'portal@localhost' };

/**
 * Proposes the present version of a template to a repository that an older one made: what the template makes today of the same values is
 * merged into what the repository is now, over what was made then.
 */
export class TemplateUpgrader {
  readonly #options: TemplateUpgraderOptions;

  private constructor(options: TemplateUpgraderOptions) {
    this.#options = options;
  }

  static create(options: TemplateUpgraderOptions): TemplateUpgrader {
    return new TemplateUpgrader(options);
  }

  async upgrade(
    credentials: BackstageCredentials,
    request: UpgradeRequest,
  ): Promise<TemplateUpgrade> {
    const { access, form, made } = this.#options;
    const entity = await this.#readEntity(credentials, request.entityRef);
    await access.require(credentials, entity);
    const { target, run } = await made.find(entity, request.entityRef);
    const { templateRef } = run;
    const template = await form.read(credentials, templateRef);
    const { annotations } = template.metadata;
    const toVersion = templateVersionOf(annotations);
    if (toVersion === undefined) {
      throw new ConflictError(
        `${templateRef} says no version; its authors give it one with the annotation portal/template-version`,
      );
    }
    // What was merged since is told by the entity, which comes from the repository.
    const fromVersion =
      templateVersionOf(entity.metadata.annotations) ?? run.templateVersion;
    const answer = {
      templateRef,
      ...(fromVersion !== undefined && { fromVersion }),
      toVersion,
      isNew: false,
      cloneUrl: target.cloneUrl,
      files: [],
      conflicts: [],
      problems: [],
    };
    if (fromVersion !== undefined && fromVersion >= toVersion) {
      return { ...answer, state: 'current' };
    }
    const values = {
      ...defaultsOf(template),
      ...(await this.#readValues(run.taskId)),
      ...request.values,
    };
    const problems = findSchemaProblems(template, values);
    if (problems.length > 0) {
      return { ...answer, state: 'incomplete', problems };
    }
    const rendering = await this.#options.renderer.render(template, values);
    if ('failure' in rendering) {
      return { ...answer, state: 'failed', failure: rendering.failure };
    }
    const proposal = await withRendering(
      rendering.contents,
      publishedFolderOf(template),
      sourceDirectory =>
        target.propose({
          sourceDirectory,
          ...(fromVersion !== undefined && { from: `v${fromVersion}` }),
          to: `v${toVersion}`,
          branch: `template/${template.metadata.name}-v${toVersion}`,
          message: messageOf(templateRef, toVersion, fromVersion),
          author,
        }),
    );
    return {
      ...answer,
      ...proposal,
      state: proposal.branch === undefined ? 'current' : 'proposed',
    };
  }

  async #readEntity(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<Entity> {
    const entity = await this.#options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${entityRef} in the catalog that you can see; check its kind, namespace and name`,
      );
    }
    return entity;
  }

  /** What was filled in then. It may be somebody else's run, and none of it is answered. */
  async #readValues(taskId: string): Promise<JsonObject> {
    const { auth, scaffolder } = this.#options;
    try {
      const { spec } = await scaffolder.getTask(
        { taskId },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return spec.parameters;
    } catch (error) {
      throw error instanceof ResponseError && error.statusCode < 500
        ? new NotFoundError(
            `The scaffolder has the run ${taskId} no more, and with it what was filled in; give all fields of the form as values`,
          )
        : error;
    }
  }
}

function messageOf(
  templateRef: string,
  toVersion: number,
  fromVersion: number | undefined,
): string {
  const { name } = parseEntityRef(templateRef);
  const from = fromVersion === undefined ? '' : ` from v${fromVersion}`;
  return `Upgrade ${name}${from} to v${toVersion}\n\nWhat ${templateRef} changed since, merged into what the repository is now.\n`;
}
