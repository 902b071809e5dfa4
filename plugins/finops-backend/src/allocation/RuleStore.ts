import { createHash } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  parseAllocationRules,
  type AllocationRules,
  type AllocationRulesVersion,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';

/** The origin of rules that were written in the portal. */
export const portalOrigin = 'portal';

const noRules: AllocationRules = { rules: [] };

/** Every version of the rules; the newest is in force. */
export class RuleStore {
  readonly #client: Knex;
  readonly #editable: boolean;

  private constructor(options: { client: Knex; editable: boolean }) {
    this.#client = options.client;
    this.#editable = options.editable;
  }

  /** @param options - `editable`: whether the portal changes them, since no file has them */
  static create(options: { client: Knex; editable: boolean }): RuleStore {
    return new RuleStore(options);
  }

  /** Whether rules are changed in the portal. */
  get editable(): boolean {
    return this.#editable;
  }

  async current(client: Knex = this.#client): Promise<AllocationRulesVersion> {
    const row = await this.#select(client).orderBy('version', 'desc').first();
    return row ? this.#read(row) : this.#none();
  }

  /** A version that lines name. */
  async get(version: number): Promise<AllocationRulesVersion> {
    const row = await this.#select(this.#client).where({ version }).first();
    if (row) {
      return this.#read(row);
    }
    if (version === 0) {
      return this.#none();
    }
    throw new NotFoundError(
      `version: there is no version ${version} of the allocation rules`,
    );
  }

  /** Checks rules and puts them in force. The same rules again are no new version. */
  async put(
    value: unknown,
    options: {
      origin: string;
      author: string;
      /** The version that was changed; fails with ConflictError where another is in force by now. */
      basedOn?: number;
    },
  ): Promise<AllocationRulesVersion> {
    const rules = parseAllocationRules(value);
    const contentHash = hashOf(rules);
    return this.#client.transaction(async transaction => {
      // Who writes at the same time waits, so that the newest is the last.
      await transaction.raw(
        `SELECT pg_advisory_xact_lock(hashtext('finops allocation rules'))`,
      );
      const current = await this.current(transaction);
      refuseConflict(current, options.basedOn);
      if (
        current.contentHash === contentHash &&
        current.origin === options.origin
      ) {
        return current;
      }
      await transaction('allocation_rules').insert({
        content_hash: contentHash,
        rules: JSON.stringify(rules),
        origin: options.origin,
        author: options.author,
      });
      return this.current(transaction);
    });
  }

  #select(client: Knex) {
    return client('allocation_rules').select<RuleRow[]>(
      'version',
      'content_hash',
      'rules',
      'origin',
      'author',
      'created_at',
    );
  }

  #read(row: RuleRow): AllocationRulesVersion {
    return {
      version: row.version,
      contentHash: row.content_hash,
      rules: row.rules,
      origin: row.origin,
      author: row.author,
      createdAt: row.created_at.toISOString(),
      editable: this.#editable,
    };
  }

  #none(): AllocationRulesVersion {
    return {
      version: 0,
      contentHash: hashOf(noRules),
      rules: noRules,
      origin: portalOrigin,
      author: '',
      createdAt: new Date(0).toISOString(),
      editable: this.#editable,
    };
  }
}

type RuleRow = {
  version: number;
  content_hash: string;
  rules: AllocationRules;
  origin: string;
  author: string;
  created_at: Date;
};

/** Keys in any order are the same; rules and lists in another order are not. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : each,
  );
}

function refuseConflict(
  current: AllocationRulesVersion,
  basedOn?: number,
): void {
  if (basedOn !== undefined && basedOn !== current.version) {
    throw new ConflictError(
      `The allocation rules are at version ${current.version} by now, not ${basedOn}; load them again and repeat the change`,
    );
  }
}
