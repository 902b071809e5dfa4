import type { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { AuthOwnershipResolver } from '@backstage/plugin-auth-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Resolves what a user owns through: the user, the user's groups, and every group above those.
 *
 * @remarks
 *
 * Backstage's default stops at the direct groups, so that a role given to a department would miss the members of its
 * teams. The walk reads one level a request and visits each group once, so that a circle in the catalog ends it.
 *
 * @public
 */
export class GroupAncestryOwnershipResolver implements AuthOwnershipResolver {
  static create(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  }): GroupAncestryOwnershipResolver {
    return new GroupAncestryOwnershipResolver(options.auth, options.catalog);
  }

  readonly #auth: AuthService;
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;

  private constructor(
    auth: AuthService,
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>,
  ) {
    this.#auth = auth;
    this.#catalog = catalog;
  }

  async resolveOwnershipEntityRefs(
    entity: Entity,
  ): Promise<{ ownershipEntityRefs: string[] }> {
    const groups = new Set(groupTargets(entity, RELATION_MEMBER_OF));
    let level = [...groups];
    while (level.length > 0) {
      const parents = await this.#parentsOf(level);
      level = parents.filter(ref => !groups.has(ref));
      for (const ref of level) {
        groups.add(ref);
      }
    }
    return { ownershipEntityRefs: [stringifyEntityRef(entity), ...groups] };
  }

  async #parentsOf(groupRefs: string[]): Promise<string[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: groupRefs, fields: ['kind', 'metadata', 'relations'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const parents = items.flatMap(group =>
      group ? groupTargets(group, RELATION_CHILD_OF) : [],
    );
    return [...new Set(parents)];
  }
}

function groupTargets(entity: Entity, relationType: string): string[] {
  return (entity.relations ?? [])
    .filter(
      relation =>
        relation.type === relationType &&
        relation.targetRef.startsWith('group:'),
    )
    .map(relation => relation.targetRef);
}
