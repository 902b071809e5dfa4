import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import type { TemplateProblem } from '@portal/plugin-scaffolder-portal-common';

/** What {@link missingFieldsOf} finds. */
export type MissingFields = {
  /** A page of a form with these fields only; absent where none of the problems is with a field that a page has. */
  schema?: JsonObject;
  /** What no field of the form is for. */
  rest: TemplateProblem[];
};

/**
 * The fields of a template's form that problems are with.
 *
 * @param known - The fields, by their name in `ui:field`, that there is a component for. Any other is a plain one: the backend checks
 *   what is written, whatever it was written in.
 */
export function missingFieldsOf(
  { steps }: Pick<TemplateParameterSchema, 'steps'>,
  problems: TemplateProblem[],
  known: ReadonlySet<string>,
): MissingFields {
  const asked = new Set(problems.map(fieldOf));
  const pages = steps.map(({ schema }) => schema);
  const properties = Object.fromEntries(
    pages
      .flatMap(page => Object.entries(asObject(page.properties)))
      .filter(([name]) => asked.has(name))
      .map(([name, field]) => [name, withKnownField(asObject(field), known)]),
  );
  const names = Object.keys(properties);
  const required = pages
    .flatMap(page => (Array.isArray(page.required) ? page.required : []))
    .filter(name => names.includes(String(name)));
  return {
    ...(names.length > 0 && {
      schema: { type: 'object', required, properties },
    }),
    rest: problems.filter(problem => !names.includes(fieldOf(problem))),
  };
}

/** The field of the form that a path such as `environments[0].size` begins with. */
function fieldOf({ path }: TemplateProblem): string {
  return path.split(/[.[]/, 1)[0];
}

function withKnownField(
  field: JsonObject,
  known: ReadonlySet<string>,
): JsonObject {
  const { 'ui:field': name, ...plain } = field;
  return name === undefined || known.has(String(name)) ? field : plain;
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
