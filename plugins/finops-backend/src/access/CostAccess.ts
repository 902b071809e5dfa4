import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  callerOf,
  decisionLifetime,
  TtlCache,
  type PermissionAccess,
} from '@portal/backend-access';
import {
  finopsCostReadPermission,
  finopsOwnCostReadPermission,
} from '@portal/plugin-finops-common';
import { everything } from '@portal/plugin-org-history-common';
import {
  commonSpan,
  type OrgTree,
  type RefSpan,
} from '@portal/plugin-org-history-node';

/** Whose costs are asked for, as far as they may be read. */
export type ReadableScope = {
  /** Entities and when they belonged; undefined: every line, what belongs to no entity included. */
  members?: RefSpan[];
  /** Whether the reader sees all, or what the own groups own. */
  visible: 'all' | 'own';
  /** The reader may know the total, and not what it is made of: it is that of a group above the own ones. */
  totalOnly: boolean;
  /** Some of the scope is owned by others, and is not among the members. */
  partial?: boolean;
};

/** What {@link CostAccess} asks. */
export type CostAccessOptions = {
  permissions: PermissionAccess;
  userInfo: UserInfoService;
  tree: OrgTree;
};

const scopeKinds = [
  'api',
  'component',
  'domain',
  'group',
  'resource',
  'system',
  'user',
];

/**
 * Decides who reads which costs: all of them, or those of what the own groups own, and the totals of the groups above.
 */
export class CostAccess {
  readonly #permissions: PermissionAccess;
  readonly #userInfo: UserInfoService;
  readonly #tree: OrgTree;
  readonly #owners = TtlCache.create<string[]>({ lifetime: decisionLifetime });
  readonly #members = TtlCache.create<RefSpan[]>({
    lifetime: decisionLifetime,
  });

  private constructor(options: CostAccessOptions) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#tree = options.tree;
  }

  static create(options: CostAccessOptions): CostAccess {
    return new CostAccess(options);
  }

  /** Fails with NotAllowedError unless the permission is given. */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    await this.#permissions.require(credentials, permission);
  }

  /**
   * What the caller may read of a scope. Fails with NotAllowedError where that is nothing, and with NotFoundError where
   * there is no such scope.
   */
  async read(
    credentials: BackstageCredentials,
    scope?: string,
  ): Promise<ReadableScope> {
    const ref = scope === undefined ? undefined : readScope(scope);
    const seesAll = await this.#permissions.may(
      credentials,
      finopsCostReadPermission,
    );
    if (!seesAll) {
      await this.#permissions.require(credentials, finopsOwnCostReadPermission);
    }
    await this.#tree.refresh();
    const asked = ref === undefined ? undefined : await this.#membersOf(ref);
    if (seesAll) {
      return { members: asked, visible: 'all', totalOnly: false };
    }
    return this.#ownPart(credentials, ref, asked);
  }

  async #ownPart(
    credentials: BackstageCredentials,
    ref: string | undefined,
    asked: RefSpan[] | undefined,
  ): Promise<ReadableScope> {
    const owners = await this.#ownersOf(credentials);
    const own = this.#tree.membersOf(...owners);
    if (ref === undefined || asked === undefined) {
      return { members: own, visible: 'own', totalOnly: false };
    }
    const isAbove =
      !owners.includes(ref) &&
      owners.some(owner =>
        this.#tree.groupsAbove(owner).some(above => above.ref === ref),
      );
    if (isAbove) {
      return { members: asked, visible: 'own', totalOnly: true };
    }
    const members = intersect(asked, own);
    if (members.length === 0 && asked.length > 0) {
      throw new NotAllowedError(
        `scope: the cost of ${ref} may be read by its owners, and by those with the permission ${finopsCostReadPermission.name}; ask an administrator of the portal for it`,
      );
    }
    return {
      members,
      visible: 'own',
      totalOnly: false,
      partial: lengthOf(members) < lengthOf(asked),
    };
  }

  async #ownersOf(credentials: BackstageCredentials): Promise<string[]> {
    return this.#owners.get(callerOf(credentials), async () => {
      const { userEntityRef } = await this.#userInfo.getUserInfo(credentials);
      // A token claims the groups above, too: their cost is not that of everybody in them.
      const now = Date.now();
      const groups = this.#tree
        .groupsOf(userEntityRef)
        .filter(({ from, to }) => from <= now && to > now)
        .map(({ ref }) => ref);
      return [userEntityRef, ...groups];
    });
  }

  async #membersOf(ref: string): Promise<RefSpan[]> {
    return this.#members.get(ref, async () => {
      if (!this.#tree.has(ref)) {
        throw new NotFoundError(
          `scope: there is no ${ref} in the catalog; check its kind, namespace and name`,
        );
      }
      return this.#tree.membersOf(ref);
    });
  }
}

function readScope(text: string): string | undefined {
  if (text === everything) {
    return undefined;
  }
  try {
    const ref = parseEntityRef(text);
    if (scopeKinds.includes(ref.kind.toLocaleLowerCase('en-US'))) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // It is answered below.
  }
  throw new InputError(
    `scope: found "${text}", expected "${everything}" or the reference of a group, system, domain, component, resource or API, such as group:default/payments`,
  );
}

/** How much time spans have together; ends that are open count as far away. */
function lengthOf(spans: readonly RefSpan[]): number {
  const farAway = 1e14;
  return spans.reduce(
    (sum, { from, to }) =>
      sum + Math.min(to, farAway) - Math.max(from, -farAway),
    0,
  );
}

function intersect(
  some: readonly RefSpan[],
  others: readonly RefSpan[],
): RefSpan[] {
  const byRef = new Map<string, RefSpan[]>();
  for (const other of others) {
    byRef.set(other.ref, [...(byRef.get(other.ref) ?? []), other]);
  }
  return some.flatMap(each =>
    (byRef.get(each.ref) ?? []).flatMap(other => {
      const common = commonSpan(each, other);
      return common ? [{ ref: each.ref, ...common }] : [];
    }),
  );
}
