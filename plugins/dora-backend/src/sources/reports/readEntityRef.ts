import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { PayloadReader } from './PayloadReader';

// The rules of the catalog for kinds, namespaces and names.
const pattern =
  /^(?:[a-z][a-z0-9]{0,62}:)?(?:[a-z0-9-]{1,63}\/)?[\w.-]{1,63}$/i;

/**
 * The entity that a payload names, in full. A bare name is a component of the default namespace.
 *
 * @throws InputError naming the path.
 * @internal
 */
export function readEntityRef(place: PayloadReader): string | undefined {
  const text = place.optionalText();
  return text === undefined
    ? undefined
    : maybeEntityRef(text) ??
        place.fail('an entity reference such as component:default/shop');
}

/**
 * The entity that a text names, where it can be the name of one.
 *
 * @internal
 */
export function maybeEntityRef(text: string | undefined): string | undefined {
  return text !== undefined && pattern.test(text)
    ? stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: 'component',
          defaultNamespace: 'default',
        }),
      )
    : undefined;
}
