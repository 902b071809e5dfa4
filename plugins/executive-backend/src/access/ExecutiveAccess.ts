import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';

/** Decides who reads which part of the organisation. */
export interface ExecutiveAccess {
  /** Fails with NotAllowedError unless the permission is given. */
  require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void>;

  /** Whether the permission is given. */
  may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean>;

  /**
   * The node that is asked for, or the highest one that the caller may read. Fails with InputError where it is no reference, with
   * NotFoundError where there is no such node, and with NotAllowedError where it is not the caller's to read.
   */
  readNode(credentials: BackstageCredentials, node?: string): Promise<string>;

  /** Which of the nodes the caller may read. */
  readable(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<Set<string>>;

  /**
   * Which metrics the caller may read within the readable nodes: those without a permission of their own, those whose permission
   * is given, and, for who reads only the own part of the organisation, those of which the permission for the own part is given.
   */
  readableMetrics<T extends Pick<MetricDefinition, 'id' | 'readPermission'>>(
    credentials: BackstageCredentials,
    definitions: readonly T[],
  ): Promise<T[]>;
}
