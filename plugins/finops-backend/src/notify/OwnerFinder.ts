import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

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
    return (items[0]?.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef)
      .sort();
  }
}
