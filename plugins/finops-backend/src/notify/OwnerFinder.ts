import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const refsPerRequest = 200;

/** What {@link OwnerFinder} works with. */
export type OwnerFinderOptions = {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
};

/** Finds who is told about a scope: a group itself, and of everything else its owners. */
export class OwnerFinder {
  readonly #options: OwnerFinderOptions;

  private constructor(options: OwnerFinderOptions) {
    this.#options = options;
  }

  static create(options: OwnerFinderOptions): OwnerFinder {
    return new OwnerFinder(options);
  }

  /** Nobody, where the scope is all there is or is not in the catalog. */
  async ownersOf(scope: string | undefined): Promise<string[]> {
    if (!scope || scope === 'everything') {
      return [];
    }
    if (/^(group|user):/.test(scope)) {
      return [scope];
    }
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: [scope], fields: ['kind', 'metadata.name', 'relations'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return ownersIn(items[0]);
  }

  /** The first owner by name of each entity that has one. */
  async firstOwnersOf(refs: readonly string[]): Promise<Map<string, string>> {
    const { auth, catalog } = this.#options;
    const entityRefs = [...new Set(refs)].filter(ref => ref !== '');
    const owners = new Map<string, string>();
    for (let start = 0; start < entityRefs.length; start += refsPerRequest) {
      const batch = entityRefs.slice(start, start + refsPerRequest);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: batch, fields: ['kind', 'metadata.name', 'relations'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const [index, entity] of items.entries()) {
        const [owner] = ownersIn(entity);
        if (owner) {
          owners.set(batch[index], owner);
        }
      }
    }
    return owners;
  }
}

function ownersIn(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef)
    .sort();
}
