import type { TimeAdvice, TimeDecision } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

type Row = {
  entity_ref: string;
  advice: TimeAdvice;
  at: Date;
  decided_by: string;
  reason: string;
};

/** Keeps what was decided on services: the last decision holds, those before stay. */
export class DecisionStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DecisionStore {
    return new DecisionStore(options);
  }

  async add(
    entityRef: string,
    decision: { advice: TimeAdvice; reason: string },
    by: string,
  ): Promise<void> {
    await this.#client('time_decisions').insert({
      entity_ref: entityRef,
      advice: decision.advice,
      decided_by: by,
      reason: decision.reason,
    });
  }

  /** By reference, those that held at an instant. */
  async at(instant: string): Promise<Map<string, TimeDecision>> {
    const { rows } = await this.#client.raw<{ rows: Row[] }>(
      `SELECT DISTINCT ON (entity_ref) entity_ref, advice, at, decided_by, reason
       FROM time_decisions WHERE at < ? ORDER BY entity_ref, number DESC`,
      [instant],
    );
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          advice: row.advice,
          at: row.at.toISOString(),
          by: row.decided_by,
          reason: row.reason,
        },
      ]),
    );
  }
}
