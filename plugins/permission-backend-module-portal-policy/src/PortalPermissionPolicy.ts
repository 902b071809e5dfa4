import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { grantOf } from './grants';
import { decideForOwn } from './decideForOwn';
import type { RoleAssignments } from './RoleAssignments';

/**
 * Decides by the roles that a user's groups give, and denies what no role names.
 *
 * @remarks
 *
 * The groups are those of the user's sign-in, read from the user info service, which remembers them; no decision asks
 * the catalog. Of several roles the most permissive wins.
 *
 * @public
 */
export class PortalPermissionPolicy implements PermissionPolicy {
  static create(options: {
    assignments: RoleAssignments;
    userInfo: UserInfoService;
  }): PortalPermissionPolicy {
    return new PortalPermissionPolicy(options.assignments, options.userInfo);
  }

  readonly #assignments: RoleAssignments;
  readonly #userInfo: UserInfoService;

  private constructor(assignments: RoleAssignments, userInfo: UserInfoService) {
    this.#assignments = assignments;
    this.#userInfo = userInfo;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const info = await this.#userInfo.getUserInfo(user.credentials);
    const roles = this.#assignments.rolesOf(info.ownershipEntityRefs);
    switch (grantOf(roles, request.permission.name)) {
      case 'all':
        return { result: AuthorizeResult.ALLOW };
      case 'own':
        return decideForOwn(request.permission, info);
      default:
        return { result: AuthorizeResult.DENY };
    }
  }
}
