import type { ErrorObject } from 'ajv';

const typeNames: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a set of fields',
  string: 'a text',
};

function fieldName(instancePath: string, child?: string): string {
  const parts = instancePath
    .split('/')
    .slice(1)
    // The two escapes of JSON pointers.
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (child !== undefined) {
    parts.push(child);
  }
  return parts.join('.') || 'the entity';
}

function expectation(error: ErrorObject): string {
  const typed = error as { params: Record<string, unknown> };
  switch (error.keyword) {
    case 'enum':
      return `must be one of ${(typed.params.allowedValues as unknown[]).join(
        ', ',
      )}`;
    case 'const':
      return `must be ${JSON.stringify(typed.params.allowedValue)}`;
    case 'type':
      return `must be ${[typed.params.type]
        .flat()
        .map(name => typeNames[String(name)] ?? String(name))
        .join(' or ')}`;
    case 'minLength':
    case 'minItems':
      return 'must not be empty';
    case 'minimum':
      return `must be ${String(typed.params.limit)} or more`;
    case 'uniqueItems':
      return 'must not name a thing twice';
    case 'pattern':
      return 'is not written as expected';
    default:
      return error.message ?? 'is not valid';
  }
}

/**
 * Says which field is wrong, what is expected and what is there instead. Wants errors of a verbose Ajv.
 */
export function describeSchemaError(error: ErrorObject): string {
  const schema = error.parentSchema as
    | {
        description?: string;
        properties?: Record<string, { description?: string }>;
      }
    | undefined;

  if (error.keyword === 'required') {
    const child = String(error.params.missingProperty);
    const meaning = schema?.properties?.[child]?.description;
    return `${fieldName(error.instancePath, child)} is missing${
      meaning ? ` (${meaning})` : ''
    }`;
  }
  if (error.keyword === 'additionalProperties') {
    const child = String(error.params.additionalProperty);
    return `${fieldName(error.instancePath, child)} is not a known field`;
  }
  const meaning = schema?.description ? ` (${schema.description})` : '';
  return `${fieldName(error.instancePath)} ${expectation(
    error,
  )}${meaning}, but is ${JSON.stringify(error.data)}`;
}
