import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { callerOf } from './callerOf';
import { decisionLifetime, TtlCache } from './TtlCache';

const refsPerRequest = 1000;

/**
 * What {@link CatalogAccess} asks.
 *
 * @public
 */
export type CatalogAccessOptions = {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
};

/**
 * Decides who sees which entity. What the catalog said is kept for ten seconds.
 *
 * @public
 */
export class CatalogAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #seesAll = TtlCache.create<boolean>({ lifetime: decisionLifetime });
  readonly #visible = TtlCache.create<Map<string, boolean>>({
    lifetime: decisionLifetime,
  });

  private constructor(options: CatalogAccessOptions) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  static create(options: CatalogAccessOptions): CatalogAccess {
    return new CatalogAccess(options);
  }

  /** Whether the caller sees every entity of the catalog. Services do. */
  async seesAll(credentials: BackstageCredentials): Promise<boolean> {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return true;
    }
    return this.#seesAll.get(callerOf(credentials), async () => {
      const [decision] = await this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      );
      return decision.result === AuthorizeResult.ALLOW;
    });
  }

  /**
   * Which of the entities the caller sees in the catalog; undefined if all. Services see all, also what is gone, and so
   * does who may read any entity.
   */
  async visible(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<{ has(ref: string): boolean } | undefined> {
    return (await this.seesAll(credentials))
      ? undefined
      : this.#found(credentials, refs);
  }

  /**
   * Fails with NotFoundError unless the catalog has each of the entities and shows it to the caller. Services see all,
   * also what is gone.
   */
  async requireVisible(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<void> {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return;
    }
    const found = await this.#found(credentials, refs);
    const hidden = refs.find(ref => !found.has(ref));
    if (hidden !== undefined) {
      throw new NotFoundError(
        `There is no entity ${hidden} in the catalog that you can see; check its kind, namespace and name`,
      );
    }
  }

  /**
   * Who questions to other plugins are asked for: a token of a service that is restricted to this plugin can't be
   * passed on.
   */
  async passOn(
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    return this.#auth.isPrincipal(credentials, 'service')
      ? this.#auth.getOwnServiceCredentials()
      : credentials;
  }

  async #found(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<{ has(ref: string): boolean }> {
    const caller = callerOf(credentials);
    const known = await this.#visible.get(caller, async () => new Map());
    const unknown = [...new Set(refs)].filter(ref => !known.has(ref));
    for (let start = 0; start < unknown.length; start += refsPerRequest) {
      const entityRefs = unknown.slice(start, start + refsPerRequest);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      for (const [index, item] of items.entries()) {
        known.set(entityRefs[index], Boolean(item));
      }
    }
    return { has: ref => known.get(ref) ?? false };
  }
}
