import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';

/** Which services may be read: entity references; undefined: all of them. */
export type ReadableServices = { refs?: string[] };

/** Decides who reads what of which service. */
export interface SecurityAccess {
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
   * Whose findings may be read, within an entity, a system, a domain or a group, or at all. Fails with NotAllowedError where that
   * are none, and with NotFoundError where there is no such scope.
   */
  readFindings(
    credentials: BackstageCredentials,
    scope?: string,
  ): Promise<ReadableServices>;

  /** Fails with NotAllowedError unless the findings of this service may be read. */
  requireFindings(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<void>;

  /** Whose scores may be read. Fails as {@link SecurityAccess.readFindings} does. */
  readScores(
    credentials: BackstageCredentials,
    scope?: string,
  ): Promise<ReadableServices>;
}
