import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isTemplateEntityV1beta3,
  type TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { TemplateProblem } from '@portal/plugin-scaffolder-portal-common';
import { findFieldProblems } from './findFieldProblems';
import { findSchemaProblems } from './findSchemaProblems';

/** What {@link TemplateForm} works with. */
export type TemplateFormOptions = {
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'getEntityByRef'>;
  scaffolder: Pick<ScaffolderService, 'getTemplateParameterSchema'>;
};

/** The form of a template, for those who fill it in without a browser. */
export class TemplateForm {
  readonly #options: TemplateFormOptions;

  private constructor(options: TemplateFormOptions) {
    this.#options = options;
  }

  static create(options: TemplateFormOptions): TemplateForm {
    return new TemplateForm(options);
  }

  /** A template whose whole form the caller sees. Fails with NotFoundError. */
  async read(
    credentials: BackstageCredentials,
    templateRef: string,
  ): Promise<TemplateEntityV1beta3> {
    const { catalog, scaffolder } = this.#options;
    const entity = await catalog.getEntityByRef(templateRef, { credentials });
    if (!entity || !isTemplateEntityV1beta3(entity)) {
      throw new NotFoundError(
        `There is no template ${templateRef} that you can see; check its name`,
      );
    }
    // Who does not get to see the form does not get to see what comes of it.
    const { steps } = await scaffolder.getTemplateParameterSchema(
      { templateRef },
      { credentials },
    );
    if (steps.length < [entity.spec.parameters ?? []].flat().length) {
      throw new NotFoundError(
        `You do not see all parameters of ${templateRef}, so you can neither preview nor run it here`,
      );
    }
    return entity;
  }

  /**
   * Everything that the form in a browser would say of values: what the template does not accept, and what its fields ask the catalog
   * about, as the caller sees it.
   */
  async problems(
    credentials: BackstageCredentials,
    template: TemplateEntityV1beta3,
    values: JsonObject,
  ): Promise<TemplateProblem[]> {
    const problems = findSchemaProblems(template, values);
    const known = new Set(problems.map(({ path }) => path));
    const fields = await findFieldProblems(
      this.#options.catalog,
      credentials,
      template,
      values,
    );
    // One message a field: the rule of the schema is the plainer one.
    return [...problems, ...fields.filter(({ path }) => !known.has(path))];
  }
}
