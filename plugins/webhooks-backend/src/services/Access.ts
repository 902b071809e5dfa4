import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';

/** Decides who may do what, before anything is read. */
export class Access {
  readonly #permissions: PermissionsService;

  private constructor(options: { permissions: PermissionsService }) {
    this.#permissions = options.permissions;
  }

  static create(options: { permissions: PermissionsService }): Access {
    return new Access(options);
  }

  /** Fails unless the permission is given. */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission ${permission.name} is needed; ask an administrator of the portal for it`,
      );
    }
  }
}
