import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  ReadableServices,
  SecurityAccess,
} from '../access/SecurityAccess';

/** Rights that a test gives: to everybody the same. */
export class TestAccess implements SecurityAccess {
  /** What may be read of each scope, and without one under `everything`; absent scopes are not there. */
  readable: Record<string, ReadableServices | 'refused'> | 'all' = 'all';
  /** Names of permissions that are refused. */
  readonly refused = new Set<string>();

  static create(): TestAccess {
    return new TestAccess();
  }

  readonly may: SecurityAccess['may'] = async (_, permission) =>
    !this.refused.has(permission.name);

  readonly require: SecurityAccess['require'] = async (_, permission) => {
    if (this.refused.has(permission.name)) {
      throw new NotAllowedError(`${permission.name} is needed`);
    }
  };

  readonly readFindings: SecurityAccess['readFindings'] = async (_, scope) => {
    if (this.readable === 'all') {
      return { refs: scope ? [scope] : undefined };
    }
    const found = this.readable[scope ?? 'everything'];
    if (!found) {
      throw new NotFoundError(`There is no ${scope}`);
    }
    if (found === 'refused') {
      throw new NotAllowedError(`${scope} may not be read`);
    }
    return found;
  };

  readonly requireFindings: SecurityAccess['requireFindings'] = async (
    credentials,
    entityRef,
  ) => {
    await this.readFindings(credentials, entityRef);
  };

  readonly readScores: SecurityAccess['readScores'] = this.readFindings;
}
