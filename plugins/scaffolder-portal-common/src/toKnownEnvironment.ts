import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { KnownEnvironment } from './EnvironmentChoice';

/**
 * An environment of the catalog as forms and actions know it. Undefined for entities that are none.
 *
 * @public
 */
export function toKnownEnvironment(
  entity: Entity,
): KnownEnvironment | undefined {
  const { kind, metadata, spec } = entity;
  if (
    kind.toLocaleLowerCase('en-US') !== 'resource' ||
    spec?.type !== 'environment'
  ) {
    return undefined;
  }
  return {
    ref: stringifyEntityRef(entity),
    name: metadata.name,
    description: metadata.description,
    production: spec.production === true,
    order: typeof spec.order === 'number' ? spec.order : Infinity,
  };
}
