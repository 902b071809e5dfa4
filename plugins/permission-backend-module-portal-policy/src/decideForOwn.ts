import type { BackstageUserInfo } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  belowGroupsOf,
  RESOURCE_TYPE_EXECUTIVE_NODE,
} from '@portal/plugin-executive-common';
import { RESOURCE_TYPE_SCAFFOLDER_TASK } from '@backstage/plugin-scaffolder-common/alpha';

/**
 * Turns "the user's own" into a condition that the owning plugin checks, or makes part of its query.
 *
 * @remarks
 *
 * Denies for a kind of thing for which nothing says what is a user's own.
 */
export function decideForOwn(
  permission: Permission,
  user: BackstageUserInfo,
): PolicyDecision {
  if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
    return createCatalogConditionalDecision(
      permission,
      catalogConditions.isEntityOwner({ claims: user.ownershipEntityRefs }),
    );
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [user.userEntityRef] }),
    );
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_EXECUTIVE_NODE)) {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'executive',
      resourceType: RESOURCE_TYPE_EXECUTIVE_NODE,
      // Not of the claimed groups: these hold the groups above, whose figures are not those of everybody in them.
      conditions: belowGroupsOf(user.userEntityRef),
    };
  }
  return { result: AuthorizeResult.DENY };
}
