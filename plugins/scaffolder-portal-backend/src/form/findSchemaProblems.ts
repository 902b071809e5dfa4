import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import type { TemplateProblem } from '@portal/plugin-scaffolder-portal-common';
import { validate, type ValidationError } from 'jsonschema';

/** What a template's parameters do not accept of values, by field. */
export function findSchemaProblems(
  template: TemplateEntityV1beta3,
  values: JsonObject,
): TemplateProblem[] {
  return [template.spec.parameters ?? []].flat().flatMap(parameters =>
    validate(values, parameters).errors.map(error => ({
      path: pathOf(error),
      message: error.message,
    })),
  );
}

/** What is missing is said of the field that is missing, as a form does. */
function pathOf({ property, name, argument }: ValidationError): string {
  const path = property.replace(/^instance\.?/, '');
  return name === 'required' && typeof argument === 'string'
    ? [path, argument].filter(part => part !== '').join('.')
    : path;
}
