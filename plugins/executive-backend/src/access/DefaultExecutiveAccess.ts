import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  callerOf,
  decisionLifetime,
  TtlCache,
  type PermissionAccess,
} from '@portal/backend-access';
import { executiveNodeReadPermission } from '@portal/plugin-executive-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { everything } from '@portal/plugin-org-history-common';
import {
  belowGroupsOfPermissionRule,
  type NodeFilter,
} from './belowGroupsOfPermissionRule';
import type { ExecutiveAccess } from './ExecutiveAccess';
import type { NodeReaders } from './NodeReaders';

/** What {@link DefaultExecutiveAccess} asks. */
export type DefaultExecutiveAccessOptions = {
  auth: AuthService;
  permissions: PermissionsService;
  permissionAccess: PermissionAccess;
  readers: NodeReaders;
};

/** All nodes, none, or those below the groups of a user. */
type Extent = 'all' | 'none' | { groups: string[] };

const toFilter: ConditionTransformer<NodeFilter> = createConditionTransformer([
  belowGroupsOfPermissionRule,
]);

/** Asks the portal's policy who reads which node; its condition becomes part of the query. */
export class DefaultExecutiveAccess implements ExecutiveAccess {
  readonly #options: DefaultExecutiveAccessOptions;
  readonly #extents = TtlCache.create<Extent>({ lifetime: decisionLifetime });

  private constructor(options: DefaultExecutiveAccessOptions) {
    this.#options = options;
  }

  static create(options: DefaultExecutiveAccessOptions): ExecutiveAccess {
    return new DefaultExecutiveAccess(options);
  }

  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    await this.#options.permissionAccess.require(credentials, permission);
  }

  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    return this.#options.permissionAccess.may(credentials, permission);
  }

  async readNode(
    credentials: BackstageCredentials,
    node?: string,
  ): Promise<string> {
    const { readers } = this.#options;
    const extent = await this.#extentOf(credentials);
    if (extent === 'none') {
      throw new NotAllowedError(
        `The permission ${executiveNodeReadPermission.name} is needed; ask an administrator of the portal for it`,
      );
    }
    if (node === undefined) {
      return extent === 'all' ? everything : this.#ownNode(extent.groups);
    }
    if (node === everything) {
      if (extent === 'all') {
        return node;
      }
      throw notReadable(node);
    }
    if (!/^[a-z]+:[^:/\s]+\/[^:/\s]+$/.test(node)) {
      throw new InputError(
        `node: found "${node.slice(
          0,
          100,
        )}", expected everything or an entity reference such as group:default/payments`,
      );
    }
    // Whether there is such a node is for those to know who may read it.
    if (extent === 'all') {
      if (!(await readers.has(node))) {
        throw new NotFoundError(
          `There is no ${node} in the portfolio; check its kind, namespace and name`,
        );
      }
    } else if (!(await readers.readable(extent.groups, [node])).has(node)) {
      throw notReadable(node);
    }
    return node;
  }

  async readable(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<Set<string>> {
    const extent = await this.#extentOf(credentials);
    if (extent === 'all') {
      return new Set(refs);
    }
    return extent === 'none'
      ? new Set()
      : this.#options.readers.readable(extent.groups, refs);
  }

  async readableMetrics<
    T extends Pick<MetricDefinition, 'id' | 'readPermission'>,
  >(
    credentials: BackstageCredentials,
    definitions: readonly T[],
  ): Promise<T[]> {
    const { auth, permissionAccess } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      return [...definitions];
    }
    const ownOnly = (await this.#extentOf(credentials)) !== 'all';
    const may = (name: string) =>
      permissionAccess.may(
        credentials,
        createPermission({ name, attributes: { action: 'read' } }),
      );
    const allowed = await Promise.all(
      definitions.map(
        async ({ readPermission }) =>
          readPermission === undefined ||
          (await may(readPermission)) ||
          (ownOnly && (await may(`${readPermission}-own`))),
      ),
    );
    return definitions.filter((_, index) => allowed[index]);
  }

  async #ownNode(groups: readonly string[]): Promise<string> {
    const [first] = await this.#options.readers.known(groups);
    if (first === undefined) {
      throw new NotFoundError(
        'You are a member of no group that there are figures of; ask for the permission executive.node.read, or to be made a member',
      );
    }
    return first;
  }

  async #extentOf(credentials: BackstageCredentials): Promise<Extent> {
    const { auth, permissions, readers } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      return 'all';
    }
    return this.#extents.get(callerOf(credentials), async () => {
      const [decision] = await permissions.authorizeConditional(
        [{ permission: executiveNodeReadPermission }],
        { credentials },
      );
      if (decision.result === AuthorizeResult.ALLOW) {
        return 'all';
      }
      if (decision.result !== AuthorizeResult.CONDITIONAL) {
        return 'none';
      }
      const filter = toFilter(decision.conditions);
      // The portal's policy gives one rule; another combination is not understood, and then nothing is shown.
      return 'belowGroupsOf' in filter
        ? { groups: await readers.groupsOf(filter.belowGroupsOf) }
        : 'none';
    });
  }
}

function notReadable(node: string): NotAllowedError {
  return new NotAllowedError(
    `node: ${node} may be read by members of the groups above it, and by those with the permission ${executiveNodeReadPermission.name} for everything`,
  );
}
