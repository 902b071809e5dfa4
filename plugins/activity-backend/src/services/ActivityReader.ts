import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import {
  activityReadPermission,
  type ActivityPage,
  type ActivityRequest,
} from '@portal/plugin-activity-common';
import type { ActivityStore, KnownRepository } from '../database/ActivityStore';
import { decodeCursor, encodeCursor } from './activityCursor';
import type { CatalogMap, CatalogSnapshot } from './CatalogMap';

const usualLimit = 20;
/** More repositories than these are not listed for those who want to be told of news. */
const mostWatched = 500;

/** What {@link ActivityReader} works with. */
export type ActivityReaderOptions = {
  catalogMap: CatalogMap;
  entities: CatalogAccess;
  permissions: PermissionAccess;
  store: ActivityStore;
};

/**
 * Answers what happened in repositories, to who may see it: those that a component names which the caller sees. What belongs to no
 * component is shown to nobody, since nobody could say who may see it.
 */
export class ActivityReader {
  readonly #options: ActivityReaderOptions;

  private constructor(options: ActivityReaderOptions) {
    this.#options = options;
  }

  static create(options: ActivityReaderOptions): ActivityReader {
    return new ActivityReader(options);
  }

  async list(
    credentials: BackstageCredentials,
    request: ActivityRequest,
  ): Promise<ActivityPage> {
    const { catalogMap, permissions, store } = this.#options;
    await permissions.require(credentials, activityReadPermission);
    const { kinds, cursor, limit = usualLimit } = request;
    const after = cursor ? decodeCursor(cursor) : undefined;
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
    const found = new Map<string, string[]>();
    for (const repository of known) {
      const refsOfIt = componentsOf(repository, catalog).filter(ref =>
        visible.has(ref),
      );
      if (refsOfIt.length > 0 && isNamed(repository, names)) {
        found.set(repository.id, refsOfIt);
      }
    }
    const ids = [...found.keys()];
    const items = await store.list({
      repositoryIds: ids,
      kinds: kinds?.length ? kinds : undefined,
      after,
      limit: limit + 1,
    });
    const shown = items.slice(0, limit);
    return {
      items: shown.map(({ repositoryId, position: _, ...activity }) => ({
        ...activity,
        entityRefs: found.get(repositoryId) ?? [],
      })),
      ...(items.length > limit && {
        nextCursor: encodeCursor(shown[shown.length - 1].position),
      }),
      repositories: countRepositories(catalog, visible, known, names),
      ...(ids.length <= mostWatched && { watched: ids }),
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
