import type {
  FailedAttempt,
  MatrixRow,
  RunningVersion,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type { RunningStore } from './RunningStore';

type Row = {
  entity_ref: string;
  environment: string;
  deployed_at: Date | null;
  version: string | null;
  sha: string | null;
  url: string | null;
  versions_behind: number;
  newer_since: Date | null;
  last_attempt: FailedAttempt | null;
  demo: boolean;
};

/** Reads the rows that the derivation keeps. */
export class DatabaseRunningStore implements RunningStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseRunningStore {
    return new DatabaseRunningStore(options);
  }

  async listDeployed(entityRefs: readonly string[]): Promise<string[]> {
    const { rows }: { rows: { entity_ref: string }[] } = await this.#client.raw(
      `SELECT e.entity_ref FROM entities e
       WHERE e.entity_ref = ANY (?) AND EXISTS (SELECT FROM running_deployments r WHERE r.entity_id = e.id)
       ORDER BY e.entity_ref COLLATE "C"`,
      [[...entityRefs]],
    );
    return rows.map(({ entity_ref: entityRef }) => entityRef);
  }

  async listRunning(entityRefs: readonly string[]): Promise<MatrixRow[]> {
    const { rows }: { rows: Row[] } = await this.#client.raw(
      `SELECT e.entity_ref, r.environment, r.deployed_at, r.version, r.sha, r.url, r.versions_behind, r.newer_since,
         r.last_attempt, r.demo
       FROM running_deployments r JOIN entities e ON e.id = r.entity_id
       WHERE e.entity_ref = ANY (?)
       ORDER BY e.entity_ref COLLATE "C", r.environment`,
      [[...entityRefs]],
    );
    const byRef = new Map<string, RunningVersion[]>();
    for (const row of rows) {
      const running = byRef.get(row.entity_ref) ?? [];
      byRef.set(row.entity_ref, [...running, toRunningVersion(row)]);
    }
    return [...byRef].map(([entityRef, running]) => ({ entityRef, running }));
  }
}

function toRunningVersion(row: Row): RunningVersion {
  return {
    environment: row.environment || undefined,
    version: row.version ?? undefined,
    sha: row.sha ?? undefined,
    deployedAt: row.deployed_at?.toISOString(),
    url: row.url ?? undefined,
    versionsBehind: row.versions_behind,
    newerSince: row.newer_since?.toISOString(),
    lastAttempt: row.last_attempt ?? undefined,
    demo: row.demo || undefined,
  };
}
