import type {
  CheckSettings,
  DeclaredCheck,
} from '@portal/plugin-service-health-common';
import type { Knex } from 'knex';

/** What an entity declares. */
export type Declaration = {
  entityRef: string;
  checks: readonly DeclaredCheck[];
  /** Between 0 and 1. */
  objective?: number;
  problems: readonly string[];
};

/** A probe that is due, and that nobody else takes. */
export type DueProbe = {
  checkId: string;
  settings: CheckSettings;
  /** When it was due. */
  dueAt: Date;
};

/** Which checks there are, and which are due. */
export class CheckStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): CheckStore {
    return new CheckStore(options.client);
  }

  /**
   * Makes the probes those that are declared, and only those. What is no longer declared rests and keeps its history. A new
   * probe starts at a random moment of its interval, so that probes are spread evenly.
   */
  async declare(
    declarations: readonly Declaration[],
    intervalMs: number,
  ): Promise<void> {
    const checks = declarations.flatMap(({ entityRef, checks: declared }) =>
      declared.map(check => ({
        entity_ref: entityRef,
        environment: check.environment,
        name: check.name,
        settings: check.settings,
      })),
    );
    await this.#client.transaction(async trx => {
      const json = JSON.stringify(checks);
      const columns =
        '(entity_ref text, environment text, name text, settings jsonb)';
      await trx.raw(
        `INSERT INTO checks (entity_ref, environment, name, settings, next_at)
         SELECT r.*, now() + random() * ? * interval '1 ms' FROM jsonb_to_recordset(?::jsonb) AS r${columns}
         ON CONFLICT (entity_ref, environment, name) DO UPDATE
           SET settings = excluded.settings, active = true, demo = false,
               next_at = coalesce(checks.next_at, excluded.next_at)
           WHERE checks.settings IS DISTINCT FROM excluded.settings OR NOT checks.active`,
        [intervalMs, json],
      );
      await trx.raw(
        `UPDATE checks c SET active = false, next_at = NULL
         WHERE settings IS NOT NULL AND active AND NOT EXISTS (
           SELECT FROM jsonb_to_recordset(?::jsonb) AS r${columns}
           WHERE r.entity_ref = c.entity_ref AND r.environment = c.environment AND r.name = c.name)`,
        [json],
      );
      await trx('entities').delete();
      await trx.batchInsert(
        'entities',
        declarations.map(({ entityRef, objective, problems }) => ({
          entity_ref: entityRef,
          objective,
          problems: [...problems],
        })),
        500,
      );
    });
  }

  /**
   * Takes probes that are due, the longest waiting first. Another replica passes over what this one takes; who takes a probe
   * moves it on by its interval, so that one that dies costs one result and no more.
   */
  async take(limit: number, intervalMs: number): Promise<DueProbe[]> {
    const { rows } = await this.#client.raw(
      `WITH due AS (
         SELECT id, next_at FROM checks WHERE next_at <= now() ORDER BY next_at LIMIT :limit FOR UPDATE SKIP LOCKED)
       UPDATE checks c SET next_at = CASE
           WHEN due.next_at > now() - :interval * interval '1 ms' THEN due.next_at + :interval * interval '1 ms'
           ELSE now() + random() * :interval * interval '1 ms' END
       FROM due WHERE c.id = due.id
       RETURNING c.id, c.settings, due.next_at AS due_at`,
      { limit, interval: intervalMs },
    );
    return rows.map(
      (row: { id: string; settings: CheckSettings; due_at: Date }) => ({
        checkId: String(row.id),
        settings: row.settings,
        dueAt: row.due_at,
      }),
    );
  }

  /** The checks of external checkers, made where they are new. Answers their ids in the order of the request. */
  async ensureExternal(
    keys: readonly { entityRef: string; environment: string; name: string }[],
    demo: boolean,
  ): Promise<string[]> {
    const rows = keys.map(({ entityRef, environment, name }) => ({
      entity_ref: entityRef,
      environment,
      name,
    }));
    const columns = '(entity_ref text, environment text, name text)';
    const json = JSON.stringify(rows);
    await this.#client.raw(
      `INSERT INTO checks (entity_ref, environment, name, demo)
       SELECT DISTINCT r.*, ?::boolean FROM jsonb_to_recordset(?::jsonb) AS r${columns} ORDER BY 1, 2, 3
       ON CONFLICT (entity_ref, environment, name) DO UPDATE SET active = true, demo = false
         WHERE NOT checks.active OR (checks.demo AND NOT excluded.demo)`,
      [demo, json],
    );
    const { rows: found } = await this.#client.raw(
      `SELECT c.id FROM ROWS FROM (jsonb_to_recordset(?::jsonb) AS ${columns}) WITH ORDINALITY AS r
       JOIN checks c USING (entity_ref, environment, name) ORDER BY r.ordinality`,
      [json],
    );
    return found.map((row: { id: string }) => String(row.id));
  }

  /** Forgets what was made up. */
  async removeDemo(): Promise<void> {
    await this.#client('checks').where({ demo: true }).delete();
  }
}
