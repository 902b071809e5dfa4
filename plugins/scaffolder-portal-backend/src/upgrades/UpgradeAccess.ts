import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { PermissionAccess } from '@portal/backend-access';
import {
  scaffolderPortalUpgradeAnyPermission,
  scaffolderPortalUpgradePermission,
} from '@portal/plugin-scaffolder-portal-common';

/** What {@link UpgradeAccess} works with. */
export type UpgradeAccessOptions = {
  access: PermissionAccess;
  auth: AuthService;
  userInfo: UserInfoService;
};

/** Decides who may have upgrades proposed to whose repositories. */
export class UpgradeAccess {
  readonly #options: UpgradeAccessOptions;

  private constructor(options: UpgradeAccessOptions) {
    this.#options = options;
  }

  static create(options: UpgradeAccessOptions): UpgradeAccess {
    return new UpgradeAccess(options);
  }

  /** Fails with NotAllowedError. */
  async require(
    credentials: BackstageCredentials,
    entity: Entity,
  ): Promise<void> {
    const { access } = this.#options;
    await access.require(credentials, scaffolderPortalUpgradePermission);
    if (
      !(await this.#owns(credentials, entity)) &&
      !(await access.may(credentials, scaffolderPortalUpgradeAnyPermission))
    ) {
      throw new NotAllowedError(
        `Only who owns ${entity.metadata.name} has upgrades proposed to it; ask its owner, or an administrator of the portal for the permission ${scaffolderPortalUpgradeAnyPermission.name}`,
      );
    }
  }

  async #owns(
    credentials: BackstageCredentials,
    { relations = [] }: Entity,
  ): Promise<boolean> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return false;
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return relations.some(
      ({ targetRef, type }) =>
        type === RELATION_OWNED_BY && ownershipEntityRefs.includes(targetRef),
    );
  }
}
