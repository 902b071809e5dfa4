import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  TECHDOCS_ANNOTATION,
  TECHDOCS_EXTERNAL_ANNOTATION,
} from '@backstage/plugin-techdocs-common';

/**
 * The entity in whose documentation site an entity is described: another one that it names, else itself. Undefined for an entity
 * that is not documented, and for one that names something that is no entity reference.
 *
 * @param entityRef - complete reference of the entity
 * @param annotations - of the entity
 *
 * @public
 */
export function documentationOf(
  entityRef: string,
  annotations: Record<string, string>,
): string | undefined {
  const other = annotations[TECHDOCS_EXTERNAL_ANNOTATION];
  if (other) {
    return completeReference(other);
  }
  return annotations[TECHDOCS_ANNOTATION] ? entityRef : undefined;
}

function completeReference(reference: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(reference, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
