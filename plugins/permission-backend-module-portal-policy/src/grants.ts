import { RoleId, roleIds, rolePermissions } from './rolePermissions';

/** How far a permission goes: to anything, or to what is the user's own. */
export type Grant = 'all' | 'own';

const grantsOfRole: ReadonlyMap<RoleId, ReadonlyMap<string, Grant>> = new Map(
  roleIds.map(role => [role, collectGrants(role)]),
);

/**
 * The widest grant of a permission that any of the roles gives; undefined where none does.
 */
export function grantOf(
  roles: readonly RoleId[],
  permission: string,
): Grant | undefined {
  const grants = roles.map(role => grantsOfRole.get(role)?.get(permission));
  return grants.includes('all') ? 'all' : grants.find(grant => grant);
}

function collectGrants(role: RoleId): Map<string, Grant> {
  const { includes, allow, allowOwn } = rolePermissions[role];
  const grants = new Map<string, Grant>();
  for (const name of allowOwn) {
    grants.set(name, 'own');
  }
  for (const included of includes) {
    for (const [name, grant] of collectGrants(included)) {
      grants.set(name, grants.get(name) === 'all' ? 'all' : grant);
    }
  }
  for (const name of allow) {
    grants.set(name, 'all');
  }
  return grants;
}
