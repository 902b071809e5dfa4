import { NotAllowedError } from '@backstage/errors';
import type { ReadableCosts, SteeringAccess } from '../steering/SteeringAccess';

/** Rights that a test gives: to everybody the same. */
export class TestAccess implements SteeringAccess {
  /** What may be read of each scope; absent scopes may not be. */
  readable: Record<string, ReadableCosts> | 'all' = 'all';
  /** Names of permissions that are refused. */
  readonly refused = new Set<string>();

  static create(): TestAccess {
    return new TestAccess();
  }

  readonly require: SteeringAccess['require'] = async (_, permission) => {
    if (this.refused.has(permission.name)) {
      throw new NotAllowedError(`${permission.name} is needed`);
    }
  };

  readonly read: SteeringAccess['read'] = async (_, scope) => {
    if (this.readable === 'all') {
      return {
        visible: 'all',
        totalOnly: false,
        members: scope ? [{ ref: scope }] : undefined,
      };
    }
    const found = this.readable[scope ?? 'everything'];
    if (!found) {
      throw new NotAllowedError(`${scope} may not be read`);
    }
    return found;
  };
}
