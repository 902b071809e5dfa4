import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { readNumber, readText } from './readSpec';

/** The environment that comes after this one, as a full reference. */
export function nextEnvironmentRef(environment: Entity): string | undefined {
  const promotesTo = readText(environment, 'promotesTo');
  if (!promotesTo) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(promotesTo, {
        defaultKind: 'resource',
        defaultNamespace: environment.metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

function byOrder(a: Entity, b: Entity): number {
  return (
    (readNumber(a, 'order') ?? 0) - (readNumber(b, 'order') ?? 0) ||
    a.metadata.name.localeCompare(b.metadata.name)
  );
}

/**
 * The ways that software takes to production: each begins with an environment that nothing is promoted to, and
 * ends with one that promotes to nothing. Every environment is on a path; where two ways meet, both go on together.
 */
export function promotePaths(environments: Entity[]): Entity[][] {
  const sorted = [...environments].sort(byOrder);
  const byRef = new Map(
    sorted.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const reached = new Set(sorted.map(nextEnvironmentRef));
  const shown = new Set<Entity>();

  function follow(start: Entity): Entity[] {
    const path: Entity[] = [];
    let current: Entity | undefined = start;
    while (current && !path.includes(current)) {
      path.push(current);
      shown.add(current);
      const next = nextEnvironmentRef(current);
      current = next ? byRef.get(next) : undefined;
    }
    return path;
  }

  const paths = sorted
    .filter(entity => !reached.has(stringifyEntityRef(entity)))
    .map(follow);
  // A ring has no beginning: it is cut at its lowest order.
  for (const entity of sorted) {
    if (!shown.has(entity)) {
      paths.push(follow(entity));
    }
  }
  return paths;
}
