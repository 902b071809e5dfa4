import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  createPermission,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { PermissionAccess } from '@portal/backend-access';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { everything } from '@portal/plugin-org-history-common';
import type { ExecutiveAccess } from './ExecutiveAccess';

/** Reads every node for who may read any. */
export class DefaultExecutiveAccess implements ExecutiveAccess {
  readonly #permissions: PermissionAccess;

  private constructor(options: { permissions: PermissionAccess }) {
    this.#permissions = options.permissions;
  }

  static create(options: { permissions: PermissionAccess }): ExecutiveAccess {
    return new DefaultExecutiveAccess(options);
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

  async readNode(
    _credentials: BackstageCredentials,
    node: string = everything,
  ): Promise<string> {
    if (node !== everything && !/^[a-z]+:[^/]+\/[^/]+$/.test(node)) {
      throw new InputError(
        `node: found "${node.slice(
          0,
          100,
        )}", expected everything or an entity reference such as group:default/payments`,
      );
    }
    return node;
  }

  async readable(
    _credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<Set<string>> {
    return new Set(refs);
  }

  async readableMetrics<
    T extends Pick<MetricDefinition, 'id' | 'readPermission'>,
  >(
    credentials: BackstageCredentials,
    definitions: readonly T[],
  ): Promise<T[]> {
    const may = await Promise.all(
      definitions.map(
        async ({ readPermission }) =>
          readPermission === undefined ||
          this.#permissions.may(
            credentials,
            createPermission({
              name: readPermission,
              attributes: { action: 'read' },
            }),
          ),
      ),
    );
    return definitions.filter((_, index) => may[index]);
  }
}
