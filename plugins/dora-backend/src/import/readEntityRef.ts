import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const maxLength = 300;
const plain = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/**
 * Reads the reference of a component, whose delivery an import is of.
 *
 * @returns In lower case.
 */
export function readEntityRef(value: unknown): string {
  if (typeof value !== 'string' || value.length > maxLength) {
    throw new InputError(
      'entityRef: found no single reference, expected one such as component:default/shop',
    );
  }
  const ref = parse(value);
  if (!plain.test(ref.namespace) || !plain.test(ref.name)) {
    throw new InputError(
      `entityRef: found "${value}", expected a reference such as component:default/shop with letters, digits, dots, dashes and underscores`,
    );
  }
  if (ref.kind.toLocaleLowerCase('en-US') !== 'component') {
    throw new InputError(
      `entityRef: found the kind "${ref.kind}", expected component; only components are delivered`,
    );
  }
  return stringifyEntityRef(ref).toLocaleLowerCase('en-US');
}

function parse(value: string) {
  try {
    return parseEntityRef(value);
  } catch {
    throw new InputError(
      `entityRef: found "${value}", expected a reference such as component:default/shop`,
    );
  }
}
