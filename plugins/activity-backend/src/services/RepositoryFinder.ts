import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogAccess } from '@portal/backend-access';
import type { ActivityRequest } from '@portal/plugin-activity-common';
import type { ActivityStore, KnownRepository } from '../database/ActivityStore';
import type { CatalogMap, CatalogSnapshot } from './CatalogMap';

/** What {@link RepositoryFinder} works with. */
export type RepositoryFinderOptions = {
  catalogMap: CatalogMap;
  entities: CatalogAccess;
  store: Pick<ActivityStore, 'repositories'>;
};

/** Repositories that a caller may know of. */
export type FoundRepositories = {
  /** By their numbers, the components of each that the caller sees. */
  heardOf: ReadonlyMap<string, string[]>;
  /** How many there are, heard of or not. */
  count: number;
};

/**
 * Finds the repositories of a question that the caller may know of: those that a component names which the caller sees. What
 * belongs to no component is shown to nobody, since nobody could say who may see it.
 */
export class RepositoryFinder {
  readonly #options: RepositoryFinderOptions;

  private constructor(options: RepositoryFinderOptions) {
    this.#options = options;
  }

  static create(options: RepositoryFinderOptions): RepositoryFinder {
    return new RepositoryFinder(options);
  }

  async find(
    credentials: BackstageCredentials,
    request: Pick<ActivityRequest, 'repositories' | 'entityRefs' | 'owners'>,
  ): Promise<FoundRepositories> {
    const { catalogMap, store } = this.#options;
    const scopes = [
      request.entityRefs?.map(ref => readRef('entityRef', ref)),
      request.owners?.map(ref => readRef('owner', ref)),
    ];
    const [catalog, known] = await Promise.all([
      catalogMap.get(),
      store.repositories(),
    ]);
    const visible = await this.#visibleComponents(credentials, catalog, scopes);
    const names = request.repositories?.map(name => name.toLowerCase());
    const heardOf = new Map<string, string[]>();
    for (const repository of known) {
      const refsOfIt = componentsOf(repository, catalog).filter(ref =>
        visible.has(ref),
      );
      if (refsOfIt.length > 0 && isNamed(repository, names)) {
        heardOf.set(repository.id, refsOfIt);
      }
    }
    return {
      heardOf,
      count: countRepositories(catalog, visible, known, names),
    };
  }

  async #visibleComponents(
    credentials: BackstageCredentials,
    catalog: CatalogSnapshot,
    scopes: readonly (readonly string[] | undefined)[],
  ): Promise<Set<string>> {
    let asked = [...catalog.components];
    for (const refs of scopes) {
      if (refs?.length) {
        const within = new Set(refs.flatMap(ref => catalog.componentsOf(ref)));
        asked = asked.filter(ref => within.has(ref));
      }
    }
    const visible = await this.#options.entities.visible(credentials, asked);
    return new Set(visible ? asked.filter(ref => visible.has(ref)) : asked);
  }
}

/** The components of a repository: those that name it, and those that its sender named. */
function componentsOf(
  repository: KnownRepository,
  catalog: CatalogSnapshot,
): string[] {
  const { key, looseKey, entityRefs } = repository;
  const named = [key, ...(looseKey ? [looseKey] : [])].flatMap(
    each => catalog.componentsByKey.get(each) ?? [],
  );
  const told = entityRefs.filter(ref => catalog.components.has(ref));
  return [...new Set([...named, ...told])];
}

function isNamed(
  { key }: { key: string },
  names: readonly string[] | undefined,
): boolean {
  return (
    !names?.length ||
    names.some(name => key === name || key.endsWith(`/${name}`))
  );
}

/** Those that components name, and those that senders say they have; heard of or not. */
function countRepositories(
  catalog: CatalogSnapshot,
  visible: ReadonlySet<string>,
  known: readonly KnownRepository[],
  names: readonly string[] | undefined,
): number {
  const keys = new Set<string>();
  for (const [key, refs] of catalog.componentsByKey) {
    if (refs.some(ref => visible.has(ref))) {
      keys.add(key);
    }
  }
  for (const { key, looseKey, entityRefs } of known) {
    if (looseKey && keys.delete(looseKey)) {
      keys.add(key);
    } else if (entityRefs.some(ref => visible.has(ref))) {
      keys.add(key);
    }
  }
  // Of those that were not heard of only the annotation is known, which may lack the host.
  return [...keys].filter(key =>
    isNamed({ key: key.replace(/^[a-z-]+:/, '/') }, names),
  ).length;
}

function readRef(name: string, text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `${name}: found "${text}", expected such as component:default/shop, system:default/booking or group:default/payments`,
    );
  }
}
