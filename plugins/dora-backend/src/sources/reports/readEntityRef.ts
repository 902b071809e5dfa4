import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { PayloadReader } from './PayloadReader';

/**
 * The entity that a payload names, in full. A bare name is a component of the default namespace.
 *
 * @throws InputError naming the path.
 * @internal
 */
export function readEntityRef(place: PayloadReader): string | undefined {
  const text = place.optionalText();
  if (text === undefined) {
    return undefined;
  }
  // The rules of the catalog for kinds, namespaces and names.
  if (
    !/^(?:[a-z][a-z0-9]{0,62}:)?(?:[a-z0-9-]{1,63}\/)?[\w.-]{1,63}$/i.test(text)
  ) {
    return place.fail('an entity reference such as component:default/shop');
  }
  return stringifyEntityRef(
    parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }),
  );
}
