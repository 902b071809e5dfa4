import { NotFoundError } from '@backstage/errors';
import type { Triage } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import { restateFindings } from '../findings/restateFindings';

/** What is said of findings, and by whom. */
export type TriageChange = {
  ids: string[];
  triage?: Triage;
  reason?: string;
  /** null: nobody looks after them any more. */
  assignee?: string | null;
  by: string;
  /** Default: now. */
  at?: Date;
};

type Row = {
  id: string;
  state: string;
  triage: Triage;
  assignee: string | null;
};

/** Writes down what people say of findings. */
export class FindingTriage {
  readonly #client: Knex;
  readonly #slaDays: SlaDays;

  private constructor(options: FindingTriageOptions) {
    this.#client = options.client;
    this.#slaDays = options.slaDays;
  }

  static create(options: FindingTriageOptions): FindingTriage {
    return new FindingTriage(options);
  }

  /**
   * Changes all of them or none.
   *
   * @param refs - The services whose findings may be read; undefined: all. A finding of another is not found.
   * @returns how many are different now
   */
  async change(change: TriageChange, refs?: string[]): Promise<number> {
    return this.#client.transaction(async transaction => {
      const before = await lockFindings(transaction, change.ids, refs);
      const triaged = before.filter(
        ({ triage }) => change.triage !== undefined && triage !== change.triage,
      );
      const assigned = before.filter(
        ({ assignee }) =>
          change.assignee !== undefined && assignee !== change.assignee,
      );
      const { by, at } = change;
      if (triaged.length > 0) {
        const ids = idsOf(triaged);
        await transaction('findings')
          .whereIn('id', ids)
          .update({ triage: change.triage });
        await restateFindings(transaction, {
          ids,
          cause: {
            kind: 'triaged',
            by,
            at,
            reason: change.reason,
            always: true,
          },
          slaDays: this.#slaDays,
        });
      }
      if (assigned.length > 0) {
        const ids = idsOf(assigned);
        await transaction('findings')
          .whereIn('id', ids)
          .update({ assignee: change.assignee });
        await restateFindings(transaction, {
          ids,
          cause: {
            kind: 'assigned',
            by,
            at,
            reason: change.assignee ?? undefined,
            always: true,
          },
          slaDays: this.#slaDays,
        });
      }
      return new Set([...idsOf(triaged), ...idsOf(assigned)]).size;
    });
  }
}

type FindingTriageOptions = {
  client: Knex;
  slaDays: SlaDays;
};

/** Locks findings in one order. Fails with NotFoundError unless all are there and may be read. */
export async function lockFindings(
  transaction: Knex.Transaction,
  ids: readonly string[],
  refs: string[] | undefined,
): Promise<Array<Row & { service_id: number; ref: string }>> {
  const { rows } = await transaction.raw(
    `SELECT f.id, f.state, f.triage, f.assignee, f.service_id, s.ref
       FROM findings f JOIN services s ON s.id = f.service_id
      WHERE f.id = ANY(:ids::bigint[]) ${
        refs ? 'AND s.ref = ANY(:refs::text[])' : ''
      }
      ORDER BY f.id FOR UPDATE OF f`,
    { ids: [...ids], refs: refs ?? [] },
  );
  const found = new Set(rows.map((row: Row) => row.id));
  const missing = ids.find(id => !found.has(id));
  if (missing !== undefined) {
    throw new NotFoundError(
      `There is no finding ${missing} that you can see; nothing was changed`,
    );
  }
  return rows;
}

function idsOf(rows: ReadonlyArray<{ id: string }>): string[] {
  return rows.map(({ id }) => id);
}
