import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';

/** Whose costs are asked for, as far as they may be read. */
export type ReadableCosts = {
  /** Entities; undefined: every line, what belongs to no entity included. */
  members?: ReadonlyArray<ReadableMember>;
  /** Whether the reader sees all, or what the own groups own. */
  visible: 'all' | 'own';
  /** The reader may know the total, and not what it is made of. */
  totalOnly: boolean;
  /** Some of the scope is owned by others, and is not among the members. */
  partial?: boolean;
};

/** An entity and when it belonged, in milliseconds since 1970; always where nothing is said. */
export type ReadableMember = { ref: string; from?: number; to?: number };

/** Whether an entity belonged at any time of a period. */
export function belongedIn(
  { from = -Infinity, to = Infinity }: ReadableMember,
  period: { from: number; to: number },
): boolean {
  return from < period.to && to > period.from;
}

/** Decides who reads which costs. */
export interface SteeringAccess {
  /** Fails with NotAllowedError unless the permission is given. */
  require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void>;

  /** What the caller may read of a scope. Fails with NotAllowedError where that is nothing. */
  read(
    credentials: BackstageCredentials,
    scope?: string,
  ): Promise<ReadableCosts>;
}

/** The same, or nothing where the caller may not read it or it is no longer there. */
export async function readIfAllowed(
  access: SteeringAccess,
  credentials: BackstageCredentials,
  scope?: string,
): Promise<ReadableCosts | undefined> {
  try {
    return await access.read(credentials, scope);
  } catch (error) {
    if (
      isError(error) &&
      (error.name === 'NotAllowedError' || error.name === 'NotFoundError')
    ) {
      return undefined;
    }
    throw error;
  }
}

/** The entities of today of which parts may be read: who owned one once does not go on reading it; undefined where that is everything. Nothing where only a total may be. */
export function readableRefs(readable: ReadableCosts): string[] | undefined {
  if (readable.totalOnly) {
    return [];
  }
  const now = Date.now();
  return (
    readable.members && [
      ...new Set(
        readable.members
          .filter(member => belongedIn(member, { from: now, to: now + 1 }))
          .map(({ ref }) => ref),
      ),
    ]
  );
}
