import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const refsPerRequest = 200;

/** What {@link OwnerFinder} works with. */
export type OwnerFinderOptions = {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
};

/** Finds who looks after services, and who is above them. */
export class OwnerFinder {
  readonly #options: OwnerFinderOptions;

  private constructor(options: OwnerFinderOptions) {
    this.#options = options;
  }

  static create(options: OwnerFinderOptions): OwnerFinder {
    return new OwnerFinder(options);
  }

  /** The first owner by name of each service that has one. */
  async ownersOf(refs: readonly string[]): Promise<Map<string, string>> {
    return this.#related(refs, [RELATION_OWNED_BY]);
  }

  /** The group above each group, or that a user is in. */
  async aboveOf(refs: readonly string[]): Promise<Map<string, string>> {
    return this.#related(refs, [RELATION_CHILD_OF, RELATION_MEMBER_OF]);
  }

  async #related(
    refs: readonly string[],
    types: readonly string[],
  ): Promise<Map<string, string>> {
    const { auth, catalog } = this.#options;
    const entityRefs = [...new Set(refs)];
    const found = new Map<string, string>();
    for (let start = 0; start < entityRefs.length; start += refsPerRequest) {
      const batch = entityRefs.slice(start, start + refsPerRequest);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: batch, fields: ['kind', 'metadata.name', 'relations'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const [index, entity] of items.entries()) {
        const related = firstRelated(entity, types);
        if (related !== undefined) {
          found.set(batch[index], related);
        }
      }
    }
    return found;
  }
}

function firstRelated(
  entity: Entity | undefined,
  types: readonly string[],
): string | undefined {
  return (entity?.relations ?? [])
    .filter(({ type }) => types.includes(type))
    .map(({ targetRef }) => targetRef)
    .sort()[0];
}
