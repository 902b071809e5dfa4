import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { EnvironmentLookup } from './EnvironmentLookup';

/**
 * What a schema can't say about an environment that fits its schema: how it stands to the other environments.
 *
 * @remarks
 *
 * A next environment that is not in the catalog yet is no problem: entities arrive in any order, and the
 * entity page warns of a relation that leads nowhere.
 */
export async function findEnvironmentProblems(
  entity: Entity,
  environments: EnvironmentLookup,
): Promise<string[]> {
  const problems: string[] = [];
  const entityRef = stringifyEntityRef(entity);

  if (entity.spec?.stage === 'production' && entity.spec.production !== true) {
    problems.push(
      'spec.production must be true where spec.stage is production',
    );
  }

  for (const other of await environments.getByName(entity.metadata.name)) {
    if (stringifyEntityRef(other) !== entityRef) {
      problems.push(
        `metadata.name "${
          entity.metadata.name
        }" is taken by ${stringifyEntityRef(other)}: ` +
          'names of environments are unique, and upper and lower case are the same',
      );
    }
  }

  const promotesTo = entity.spec?.promotesTo;
  if (typeof promotesTo !== 'string') {
    return problems;
  }
  const quoted = `spec.promotesTo ${JSON.stringify(promotesTo)}`;
  let nextRef: string;
  try {
    nextRef = stringifyEntityRef(
      parseEntityRef(promotesTo, {
        defaultKind: 'resource',
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch (error) {
    return [
      ...problems,
      `${quoted} is no reference to an entity: ${toError(error).message}`,
    ];
  }

  if (nextRef === entityRef) {
    problems.push(`${quoted} must be another environment`);
    return problems;
  }
  if (!nextRef.startsWith('resource:')) {
    problems.push(
      `${quoted} must be a Resource of type environment, but is ${nextRef}`,
    );
    return problems;
  }
  const next = await environments.getByRef(nextRef);
  if (!next) {
    return problems;
  }
  if (next.spec?.type !== 'environment') {
    problems.push(
      `${quoted} must be a Resource of type environment, but ${nextRef} is of type ${next.spec?.type}`,
    );
  } else if (Number(next.spec.order) <= Number(entity.spec?.order)) {
    problems.push(
      `${quoted} must come later on the way to production, but ${nextRef} has the order ` +
        `${next.spec.order} and this one ${entity.spec?.order}`,
    );
  }
  return problems;
}
