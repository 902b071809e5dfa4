import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { type Config, ConfigReader } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { RoleId, roleIds } from './rolePermissions';

const POLICY_KEY = 'permission.portal';

/**
 * Who has which role, as configured below `permission.portal`.
 *
 * @public
 */
export class RoleAssignments {
  static fromConfig(config: Config): RoleAssignments {
    const policy = config.getOptionalConfig(POLICY_KEY);
    const roles = policy?.getOptionalConfig('roles') ?? new ConfigReader({});
    const byRef = new Map<string, RoleId[]>();
    for (const name of roles.keys()) {
      const role = readRoleId(name, `${POLICY_KEY}.roles`);
      const holders = roles.getConfig(name);
      for (const kind of ['group', 'user'] as const) {
        const key = `${kind}s`;
        for (const ref of holders.getOptionalStringArray(key) ?? []) {
          const full = readRef(ref, kind, `${POLICY_KEY}.roles.${name}.${key}`);
          byRef.set(full, [...(byRef.get(full) ?? []), role]);
        }
      }
    }
    const defaultRole = policy?.getOptionalString('defaultRole');
    return new RoleAssignments(
      byRef,
      defaultRole === undefined
        ? undefined
        : readRoleId(defaultRole, `${POLICY_KEY}.defaultRole`),
    );
  }

  readonly #byRef: ReadonlyMap<string, readonly RoleId[]>;
  readonly #defaultRole: RoleId | undefined;

  private constructor(
    byRef: ReadonlyMap<string, readonly RoleId[]>,
    defaultRole: RoleId | undefined,
  ) {
    this.#byRef = byRef;
    this.#defaultRole = defaultRole;
  }

  /** True when nobody can have a role. */
  get isEmpty(): boolean {
    return this.#byRef.size === 0 && this.#defaultRole === undefined;
  }

  /** The roles of a user whose own reference and groups are given; the default role where these give none. */
  rolesOf(ownershipEntityRefs: readonly string[]): RoleId[] {
    const roles = new Set<RoleId>();
    for (const ref of ownershipEntityRefs) {
      for (const role of this.#byRef.get(ref.toLocaleLowerCase('en-US')) ??
        []) {
        roles.add(role);
      }
    }
    if (roles.size === 0 && this.#defaultRole) {
      roles.add(this.#defaultRole);
    }
    return [...roles];
  }
}

function readRoleId(name: string, key: string): RoleId {
  const role = roleIds.find(id => id === name);
  if (!role) {
    throw new InputError(
      `${key} names the role '${name}', which does not exist: use one of ${roleIds.join(
        ', ',
      )}`,
    );
  }
  return role;
}

function readRef(ref: string, kind: 'group' | 'user', key: string): string {
  let parsed;
  try {
    parsed = parseEntityRef(ref, {
      defaultKind: kind,
      defaultNamespace: 'default',
    });
  } catch (error) {
    throw new InputError(
      `${key} has '${ref}', which is no reference: ${
        toError(error).message
      }; write it as ${kind}:default/name`,
    );
  }
  if (parsed.kind.toLocaleLowerCase('en-US') !== kind) {
    throw new InputError(
      `${key} has '${ref}', which is no ${kind}: write it as ${kind}:default/name`,
    );
  }
  return stringifyEntityRef(parsed);
}
