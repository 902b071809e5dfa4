import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { callerOf } from './callerOf';
import { decisionLifetime, TtlCache } from './TtlCache';

/**
 * What {@link PermissionAccess} asks.
 *
 * @public
 */
export type PermissionAccessOptions = { permissions: PermissionsService };

/**
 * Decides who may do what, before anything is read. Decisions are kept for ten seconds.
 *
 * @public
 */
export class PermissionAccess {
  readonly #permissions: PermissionsService;
  readonly #decisions = TtlCache.create<boolean>({
    lifetime: decisionLifetime,
  });

  private constructor(options: PermissionAccessOptions) {
    this.#permissions = options.permissions;
  }

  static create(options: PermissionAccessOptions): PermissionAccess {
    return new PermissionAccess(options);
  }

  /** Whether the permission is given. */
  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const key = `${permission.name} ${callerOf(credentials)}`;
    return this.#decisions.get(key, async () => {
      const [decision] = await this.#permissions.authorize([{ permission }], {
        credentials,
      });
      return decision.result === AuthorizeResult.ALLOW;
    });
  }

  /** Fails with NotAllowedError unless the permission is given. */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.may(credentials, permission))) {
      throw new NotAllowedError(
        `The permission ${permission.name} is needed; ask an administrator of the portal for it`,
      );
    }
  }
}
