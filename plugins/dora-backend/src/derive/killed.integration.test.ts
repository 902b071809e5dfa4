import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { attribution } from '../__testUtils__/attribution';
import {
  reportedDeployment,
  reportedIncident,
  seedReports,
} from '../__testUtils__/seedReports';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DerivationWorker } from './DerivationWorker';

jest.setTimeout(240_000);

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1);
const now = start + 40 * day;
const entities = 40;
/** At which part of the work that is left the process is killed: at half of it, windows are made. */
const kills = [0.95, 0.9, 0.8, 0.6, 0.5, 0.5];

const tables = [
  'deployments',
  'changes',
  'unattributed',
  'running_deployments',
  'entity_days',
  'total_days',
  'entity_windows',
];

describe('a process that derives and is killed', () => {
  let client: Knex;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
  });

  /** What one entity was told, a part of it in each round. */
  function reportsOf(name: string, round: number) {
    const at = start + round * 4 * day;
    return [
      ...[0, 1, 2].map(index =>
        reportedDeployment({
          id: `${name} ${round} ${index}`,
          finishedAt: at + index * day,
          version: String(index % 2),
        }),
      ),
      reportedIncident({
        id: `${name} ${round}`,
        openedAt: at + hour,
        resolvedAt: at + 2 * hour,
      }),
    ];
  }

  async function tell(round: number) {
    for (let index = 0; index < entities; index += 1) {
      const entityRef = `component:default/killed-${index}`;
      await seedReports(client, entityRef, reportsOf(entityRef, round));
    }
  }

  /** How many steps are left: two of each entity that waits, one where only its windows do. */
  async function waiting(): Promise<number> {
    const { rows } = await client.raw(
      `SELECT (SELECT 2 * count(*) FROM derivations)::integer
         + (SELECT count(*) FROM stale_windows WHERE entity_id NOT IN (SELECT entity_id FROM derivations))::integer AS n`,
    );
    return rows[0].n;
  }

  /** Runs the process until some of the work is done, and kills it in the middle of the rest. */
  async function runAndKill(share: number) {
    const { connection } = client.client.config;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '..', '__testUtils__', 'derivationProcess.ts'),
        // The password does not enumerate.
        JSON.stringify({ ...connection, password: connection.password }),
        String(now),
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    const limit = Date.now() + 30_000;
    while ((await waiting()) > 2 * entities * share && Date.now() < limit) {
      await sleep(2);
    }
    child.kill('SIGKILL');
    await exited;
  }

  async function derived() {
    const found: Record<string, string[]> = {};
    for (const table of tables) {
      const { rows } = await client.raw(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`,
      );
      found[table] = rows.map(({ row }: { row: string }) => row);
    }
    return found;
  }

  it('leaves what another one finishes, equal to what was never disturbed', async () => {
    let left = 0;
    for (const [round, share] of kills.entries()) {
      await tell(round);
      await runAndKill(share);
      left += (await waiting()) > 0 ? 1 : 0;
    }
    // Or it was never killed in the middle.
    expect(left).toBeGreaterThan(kills.length / 2);
    const logger = mockServices.logger.mock();
    const worker = DerivationWorker.create({
      client,
      attribution,
      logger,
      now: () => now,
    });
    // What a killed process held is free when the server notices that it is gone.
    const limit = Date.now() + 30_000;
    do {
      await worker.drain();
    } while ((await waiting()) > 0 && Date.now() < limit);
    const disturbed = await derived();
    expect(disturbed.deployments).toHaveLength(entities * kills.length * 3);

    await client.raw(`TRUNCATE ${tables.join(', ')}`);
    await client.raw(
      `INSERT INTO derivations (entity_id, requested_at) SELECT id, now() FROM entities`,
    );
    await worker.drain();
    expect(await derived()).toEqual(disturbed);
    expect(logger.warn.mock.calls).toEqual([]);
  });
});
