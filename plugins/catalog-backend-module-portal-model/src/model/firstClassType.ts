import {
  CatalogModelAddKindVersionDefinition,
  CatalogModelKindRelationFieldDefinition,
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import type { JsonObject } from '@backstage/types';

const standardModel = compileCatalogModel([defaultCatalogEntityModel]);
const apiVersions = ['v1alpha1', 'v1beta1'];

/**
 * What a type adds to the standard kind that it belongs to.
 */
export type FirstClassTypeOptions = {
  kind: 'Component' | 'Resource';
  specType: string;
  description: string;
  /** JSON schemas of the fields of `spec`, by name. Each has a description: it is part of error messages. */
  fields: Record<string, JsonObject>;
  required: string[];
  relationFields?: CatalogModelKindRelationFieldDefinition[];
};

/**
 * Declares a `spec.type` of a standard kind: everything that the kind has, its relations included, and the
 * fields of the type.
 *
 * @remarks
 *
 * A version with a spec type replaces the kind's own schema for that type; it is not merged with it. What is
 * standard is therefore read from the standard model rather than written down a second time.
 */
export function firstClassType(
  options: FirstClassTypeOptions,
): CatalogModelAddKindVersionDefinition {
  const {
    kind,
    specType,
    description,
    fields,
    required,
    relationFields = [],
  } = options;
  const standard = standardModel.getKind({
    kind,
    apiVersion: 'backstage.io/v1alpha1',
  });
  const standardSpec = (
    standard?.jsonSchema.properties as JsonObject | undefined
  )?.spec as JsonObject | undefined;
  if (!standard || !standardSpec) {
    throw new TypeError(
      `The standard catalog model has no kind ${kind} with a spec`,
    );
  }

  return {
    kind,
    versions: [
      {
        name: apiVersions,
        specType,
        description,
        relationFields: [
          ...standard.relationFields.map(({ path, ...field }) => ({
            ...field,
            selector: { path },
          })),
          ...relationFields,
        ],
        schema: {
          jsonSchema: {
            type: 'object',
            description,
            required: ['spec'],
            properties: {
              spec: {
                ...standardSpec,
                required: [...(standardSpec.required as string[]), ...required],
                properties: {
                  ...(standardSpec.properties as JsonObject),
                  ...fields,
                },
              },
            },
          },
        },
      },
    ],
  };
}
