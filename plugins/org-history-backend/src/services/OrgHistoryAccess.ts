import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  CatalogAccess,
  PermissionAccess,
  type CatalogAccessOptions,
} from '@portal/backend-access';
import { orgHistoryReadPermission } from '@portal/plugin-org-history-common';

/** Decides who may ask about what. */
export class OrgHistoryAccess {
  readonly #auth: AuthService;
  readonly #entities: CatalogAccess;
  readonly #permissions: PermissionAccess;

  private constructor(options: CatalogAccessOptions) {
    this.#auth = options.auth;
    this.#entities = CatalogAccess.create(options);
    this.#permissions = PermissionAccess.create(options);
  }

  static create(options: CatalogAccessOptions): OrgHistoryAccess {
    return new OrgHistoryAccess(options);
  }

  /** Fails unless the caller may read the history at all. */
  async requireRead(credentials: BackstageCredentials): Promise<void> {
    await this.#permissions.require(credentials, orgHistoryReadPermission);
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
    await this.#entities.requireVisible(credentials, refs);
  }

  /** Which of the entities the caller may see; undefined if all. */
  async visible(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<{ has(ref: string): boolean } | undefined> {
    return this.#entities.visible(credentials, refs);
  }
}
