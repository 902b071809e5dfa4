import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import type {
  HealthFormula,
  HealthPillar,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

const configuration = 'configuration';

type Row = {
  version: number;
  pillars: HealthPillar[];
  since: Date;
  changed_by: string;
  reason: string;
};

/** Keeps the versions of what is expected of services. */
export class FormulaStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): FormulaStore {
    return new FormulaStore(options);
  }

  /** Makes a version of what the configuration says, unless somebody has changed it in the portal since. */
  async announce(pillars: HealthPillar[]): Promise<void> {
    await this.#client.transaction(async transaction => {
      await lock(transaction);
      const last = await lastOf(transaction);
      const isOurs = !last || last.changed_by === configuration;
      if (isOurs && !isDeepStrictEqual(last?.pillars, pillars)) {
        await insert(transaction, {
          version: (last?.version ?? 0) + 1,
          pillars,
          changedBy: configuration,
          reason: last
            ? 'The configuration was changed'
            : 'What the portal begins with',
        });
      }
    });
  }

  /** The version in force. */
  async current(): Promise<HealthFormula> {
    const last = await lastOf(this.#client);
    if (!last) {
      throw new Error('No formula was announced');
    }
    return toFormula(last);
  }

  async get(version: number): Promise<HealthFormula | undefined> {
    const row = await this.#client<Row>('formulas').where({ version }).first();
    return row && toFormula(row);
  }

  /** Newest first. */
  async list(): Promise<HealthFormula[]> {
    const rows = await this.#client<Row>('formulas')
      .orderBy('version', 'desc')
      .limit(200);
    return rows.map(toFormula);
  }

  /** Fails with ConflictError where `version` is not the one in force. */
  async change(change: {
    version: number;
    pillars: HealthPillar[];
    changedBy: string;
    reason: string;
  }): Promise<HealthFormula> {
    return this.#client.transaction(async transaction => {
      await lock(transaction);
      const last = await lastOf(transaction);
      if (last?.version !== change.version) {
        throw new ConflictError(
          `version: ${change.version} is not in force any more, ${last?.version} is; read it and change that one`,
        );
      }
      return toFormula(
        await insert(transaction, { ...change, version: last.version + 1 }),
      );
    });
  }
}

async function lock(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw('LOCK TABLE formulas IN SHARE ROW EXCLUSIVE MODE');
}

async function lastOf(client: Knex): Promise<Row | undefined> {
  return client<Row>('formulas').orderBy('version', 'desc').first();
}

async function insert(
  transaction: Knex.Transaction,
  formula: {
    version: number;
    pillars: HealthPillar[];
    changedBy: string;
    reason: string;
  },
): Promise<Row> {
  const [row] = await transaction('formulas')
    .insert({
      version: formula.version,
      pillars: JSON.stringify(formula.pillars),
      since: transaction.fn.now(),
      changed_by: formula.changedBy,
      reason: formula.reason,
    })
    .returning('*');
  return row;
}

function toFormula(row: Row): HealthFormula {
  return {
    version: row.version,
    pillars: row.pillars,
    since: row.since.toISOString(),
    changedBy: row.changed_by,
    reason: row.reason,
  };
}
