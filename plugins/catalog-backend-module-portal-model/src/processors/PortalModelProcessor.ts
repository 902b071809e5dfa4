import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogModel,
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { announcementKind } from '@portal/plugin-widgets-common';
import Ajv, { ValidateFunction } from 'ajv';
import { portalModelLayers } from '../model/portalModelLayers';
import { describeSchemaError } from './describeSchemaError';
import type { EnvironmentLookup } from './EnvironmentLookup';
import { findAnnouncementProblems } from './findAnnouncementProblems';
import { findEnvironmentProblems } from './findEnvironmentProblems';

const announcementVersion = 'portal/v1alpha1';

/**
 * Refuses malformed environments, datasets, libraries and announcements with a message that names the file, the entity and
 * the field.
 *
 * @remarks
 *
 * The catalog validates against the same model, but its message has neither the file nor words for people,
 * and a schema sees one entity at a time. So this runs first, with the very same schemas, and adds how
 * environments stand to each other. It says "not mine" to every entity that is good, and leaves the last word
 * and the relations to the catalog.
 */
export class PortalModelProcessor implements CatalogProcessor {
  readonly #environments: EnvironmentLookup;
  readonly #model: CatalogModel;
  readonly #types: Set<string>;
  readonly #ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    addUsedSchema: false,
  });
  readonly #validators = new Map<object, ValidateFunction>();

  static create(options: {
    environments: EnvironmentLookup;
  }): PortalModelProcessor {
    return new PortalModelProcessor(options.environments);
  }

  private constructor(environments: EnvironmentLookup) {
    this.#environments = environments;
    this.#model = compileCatalogModel([
      defaultCatalogEntityModel,
      ...portalModelLayers,
    ]);
    this.#types = new Set(
      this.#model
        .listKinds()
        .flatMap(({ names, versions }) =>
          versions.flatMap(({ specType }) =>
            specType ? [`${names.kind}:${specType}`] : [],
          ),
        ),
    );
  }

  getProcessorName(): string {
    return 'PortalModelProcessor';
  }

  getPriority(): number {
    // Before the catalog's own validation, which has the default of 20.
    return 10;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    const problems = await this.#findProblems(entity);
    if (problems.length > 0) {
      const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
      const file = location ? parseLocationRef(location).target : 'no file';
      throw new InputError(
        `${file}: ${stringifyEntityRef(entity)}: ${problems.join('; ')}`,
      );
    }
    return false;
  }

  async #findProblems(entity: Entity): Promise<string[]> {
    if (entity.kind === announcementKind) {
      return entity.apiVersion === announcementVersion
        ? this.#schemaProblems(entity) ?? findAnnouncementProblems(entity)
        : [
            `apiVersion must be ${announcementVersion}, but is ${JSON.stringify(
              entity.apiVersion,
            )}`,
          ];
    }
    const type = entity.spec?.type;
    if (typeof type !== 'string') {
      return [];
    }
    if (!this.#types.has(`${entity.kind}:${type}`)) {
      const lowerCase = type.toLocaleLowerCase('en-US');
      return this.#types.has(`${entity.kind}:${lowerCase}`)
        ? [`spec.type must be written "${lowerCase}", but is "${type}"`]
        : [];
    }

    const problems = this.#schemaProblems(entity, type);
    if (problems) {
      return problems;
    }
    return type === 'environment'
      ? findEnvironmentProblems(entity, this.#environments)
      : [];
  }

  /** Nothing where the entity is as its schema wants it. */
  #schemaProblems(entity: Entity, type?: string): string[] | undefined {
    const validate = this.#validatorFor(entity, type);
    return validate(entity)
      ? undefined
      : (validate.errors ?? []).map(describeSchemaError);
  }

  #validatorFor(entity: Entity, type?: string): ValidateFunction {
    const kind = this.#model.getKind({
      kind: entity.kind,
      apiVersion: entity.apiVersion,
      spec: { type },
    });
    if (!kind) {
      throw new TypeError(`The catalog model has no kind ${entity.kind}`);
    }
    let validator = this.#validators.get(kind);
    if (!validator) {
      validator = this.#ajv.compile(kind.jsonSchema);
      this.#validators.set(kind, validator);
    }
    return validator;
  }
}
