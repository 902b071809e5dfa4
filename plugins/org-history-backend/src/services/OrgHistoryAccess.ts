import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { orgHistoryReadPermission } from '@portal/plugin-org-history-common';

/** What {@link OrgHistoryAccess} asks. */
export type OrgHistoryAccessOptions = {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
};

const refsPerRequest = 1000;

/** Decides who may ask about what. */
export class OrgHistoryAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

  private constructor(options: OrgHistoryAccessOptions) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  static create(options: OrgHistoryAccessOptions): OrgHistoryAccess {
    return new OrgHistoryAccess(options);
  }

  /** Fails unless the caller may read the history at all. */
  async requireRead(credentials: BackstageCredentials): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: orgHistoryReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission ${orgHistoryReadPermission.name} is needed; ask an administrator of the portal for it`,
      );
    }
  }

  /** Fails unless the caller is a service. */
  requireService(credentials: BackstageCredentials): void {
    if (!this.#auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError(
        'The change feed is for other plugins and services; ask for the edges of an entity instead',
      );
    }
  }

  /** Fails unless the caller sees each of the entities in the catalog. Services see all, also what is gone. */
  async requireVisible(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<void> {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return;
    }
    const visible = await this.#askCatalog(credentials, refs);
    const hidden = refs.find(ref => !visible.has(ref));
    if (hidden) {
      throw new NotFoundError(
        `There is no entity ${hidden} in the catalog that you can see; check its kind, namespace and name`,
      );
    }
  }

  /** Which of the entities the caller may see; undefined if all. */
  async visible(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<Set<string> | undefined> {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return undefined;
    }
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW
      ? undefined
      : this.#askCatalog(credentials, refs);
  }

  async #askCatalog(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<Set<string>> {
    const asked = [...new Set(refs)];
    const visible = new Set<string>();
    for (let start = 0; start < asked.length; start += refsPerRequest) {
      const entityRefs = asked.slice(start, start + refsPerRequest);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      for (const [index, item] of items.entries()) {
        if (item) {
          visible.add(entityRefs[index]);
        }
      }
    }
    return visible;
  }
}
