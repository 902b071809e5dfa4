import type { ErrorObject } from 'ajv';
import type { DashboardProblem } from './Problem';

const typeNames: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a set of fields',
  string: 'a text',
};

/** Says of an error of a verbose Ajv where it is, what is wrong and what to write instead. */
export function describeError(
  error: ErrorObject,
  base: string,
): DashboardProblem {
  const { keyword, params, parentSchema = {}, data } = error;
  const path = pathOf(base, error.instancePath);
  const about = meaningOf(parentSchema);
  if (keyword === 'required') {
    const child = String(params.missingProperty);
    return {
      path: `${path}.${child}`,
      message: 'is missing',
      cure: `Add it${meaningOf(parentSchema.properties?.[child])}.`,
    };
  }
  if (keyword === 'additionalProperties') {
    const known = Object.keys(parentSchema.properties ?? {});
    return {
      path: `${path}.${params.additionalProperty}`,
      message: 'is not a known field',
      cure:
        known.length > 0
          ? `Known here are ${known.join(
              ', ',
            )}. Correct the name, or remove it.`
          : 'Remove it: nothing can be set here.',
    };
  }
  return {
    path,
    message: `is ${shorten(data)}${about}`,
    cure: `${expectation(keyword, params)}.`,
  };
}

function pathOf(base: string, pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce(
      (path, part) =>
        /^\d+$/.test(part) ? `${path}[${part}]` : `${path}.${part}`,
      base,
    );
}

function meaningOf(schema?: Record<string, unknown>): string {
  const meaning = schema?.description ?? schema?.title;
  return meaning ? ` (${String(meaning).replace(/\.$/, '')})` : '';
}

function shorten(data: unknown): string {
  const text = JSON.stringify(data) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function expectation(keyword: string, params: Record<string, unknown>): string {
  switch (keyword) {
    case 'enum':
      return `Write one of ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'type':
      return `Write ${typeNames[String(params.type)] ?? params.type}`;
    case 'minLength':
      return 'Write at least one character';
    case 'maxLength':
      return `Write at most ${params.limit} characters`;
    case 'minItems':
      return `List at least ${params.limit}`;
    case 'maxItems':
      return `List at most ${params.limit}`;
    case 'minimum':
      return `Write ${params.limit} or more`;
    case 'maximum':
      return `Write ${params.limit} or less`;
    case 'uniqueItems':
      return 'Name each only once';
    case 'pattern':
      return `Write it so that it fits ${params.pattern}`;
    default:
      return 'Write it as the documentation of dashboards says';
  }
}
