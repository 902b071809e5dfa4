import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  callerOf,
  decisionLifetime,
  TtlCache,
  type CatalogAccess,
  type PermissionAccess,
} from '@portal/backend-access';
import { everything } from '@portal/plugin-org-history-common';
import type { OrgTree, RefSpan } from '@portal/plugin-org-history-node';
import {
  securityFindingReadPermission,
  securityOwnFindingReadPermission,
  securityScoreReadPermission,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { ReadableServices, SecurityAccess } from './SecurityAccess';

/** What {@link DefaultSecurityAccess} asks. */
export type DefaultSecurityAccessOptions = {
  auth: AuthService;
  catalog: CatalogService;
  catalogAccess: CatalogAccess;
  client: Knex;
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
 * Findings are read by those who may read all of them, and of a service by its owners of today: whoever owned it once does not go
 * on reading what is wrong with it.
 */
export class DefaultSecurityAccess implements SecurityAccess {
  readonly #options: DefaultSecurityAccessOptions;
  readonly #catalog: CatalogAccess;
  readonly #permissions: PermissionAccess;
  readonly #userInfo: UserInfoService;
  readonly #tree: OrgTree;
  readonly #own = TtlCache.create<string[]>({ lifetime: decisionLifetime });

  private constructor(options: DefaultSecurityAccessOptions) {
    this.#options = options;
    this.#catalog = options.catalogAccess;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#tree = options.tree;
  }

  static create(options: DefaultSecurityAccessOptions): SecurityAccess {
    return new DefaultSecurityAccess(options);
  }

  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    await this.#permissions.require(credentials, permission);
  }

  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    return this.#permissions.may(credentials, permission);
  }

  async readFindings(
    credentials: BackstageCredentials,
    scope?: string,
  ): Promise<ReadableServices> {
    const ref = readScope(scope);
    const seesAll = await this.#permissions.may(
      credentials,
      securityFindingReadPermission,
    );
    if (!seesAll) {
      await this.#permissions.require(
        credentials,
        securityOwnFindingReadPermission,
      );
    }
    const asked = await this.#membersOf(credentials, ref);
    if (seesAll) {
      return { refs: asked };
    }
    const own = await this.#ownOf(credentials);
    if (asked === undefined) {
      return { refs: own };
    }
    const isOwn = new Set(own);
    const refs = asked.filter(member => isOwn.has(member));
    if (refs.length === 0) {
      throw new NotAllowedError(
        `The findings of ${ref} may be read by its owners, and by those with the permission ${securityFindingReadPermission.name}; ask an administrator of the portal for it`,
      );
    }
    return { refs };
  }

  async requireFindings(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<void> {
    await this.readFindings(credentials, entityRef);
  }

  async readScores(
    credentials: BackstageCredentials,
    scope?: string,
  ): Promise<ReadableServices> {
    const ref = readScope(scope);
    await this.#permissions.require(credentials, securityScoreReadPermission);
    return { refs: await this.#membersOf(credentials, ref) };
  }

  /** What is in a scope today, itself included; undefined where all is asked for. */
  async #membersOf(
    credentials: BackstageCredentials,
    ref: string | undefined,
  ): Promise<string[] | undefined> {
    if (ref === undefined) {
      return undefined;
    }
    // What the catalog does not show to the caller is not there for them.
    await this.#catalog.requireVisible(credentials, [ref]);
    await this.#tree.refresh();
    if (!this.#tree.has(ref) && !(await this.#isKnown(ref))) {
      // A service sees what the catalog no longer has, and yet a name that nobody knows is not one without findings.
      throw new NotFoundError(
        `There is no ${ref} in the catalog; check its kind, namespace and name`,
      );
    }
    return [...new Set([ref, ...ofToday(this.#tree.membersOf(ref))])];
  }

  async #isKnown(ref: string): Promise<boolean> {
    const { auth, catalog, client } = this.#options;
    const service = await client('services').where({ ref }).first('id');
    return Boolean(
      service ??
        (await catalog.getEntityByRef(ref, {
          credentials: await auth.getOwnServiceCredentials(),
        })),
    );
  }

  async #ownOf(credentials: BackstageCredentials): Promise<string[]> {
    return this.#own.get(callerOf(credentials), async () => {
      const { userEntityRef } = await this.#userInfo.getUserInfo(credentials);
      await this.#tree.refresh();
      // A token claims the groups above, too: what they own is not what everybody in them owns.
      const groups = ofToday(this.#tree.groupsOf(userEntityRef));
      const owned = ofToday(this.#tree.membersOf(userEntityRef, ...groups));
      return [...new Set(owned)];
    });
  }
}

function ofToday(spans: readonly RefSpan[]): string[] {
  const now = Date.now();
  return spans
    .filter(({ from, to }) => from <= now && to > now)
    .map(({ ref }) => ref);
}

function readScope(text: string | undefined): string | undefined {
  if (text === undefined || text === everything) {
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
    `scope: found "${text.slice(
      0,
      200,
    )}", expected "${everything}" or the reference of a component, API, resource, system, domain or group, such as component:default/shop`,
  );
}
