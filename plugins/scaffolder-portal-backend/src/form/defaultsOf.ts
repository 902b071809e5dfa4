import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** What the form of a template has in its fields before anybody writes. */
export function defaultsOf(template: TemplateEntityV1beta3): JsonObject {
  const properties = [template.spec.parameters ?? []]
    .flat()
    .flatMap(parameters =>
      Object.entries(
        (parameters.properties ?? {}) as Record<
          string,
          { default?: JsonValue } | undefined
        >,
      ),
    );
  return Object.fromEntries(
    properties.flatMap(([name, property]) =>
      property?.default === undefined ? [] : [[name, property.default]],
    ),
  );
}
