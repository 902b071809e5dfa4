import type { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSumErrors } from '../__testUtils__/findSumErrors';
import { manyVulnerabilities } from '../__testUtils__/manyVulnerabilities';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';

jest.setTimeout(240_000);

const before = { open: 2000 };
const after = { open: 2000, fixed: 1000 };
/** At which part of the time that an import takes its process is killed. */
const kills = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.97];

describe('a process that takes a report and is killed', () => {
  let client: Knex;
  let imports: TestImports;

  beforeAll(async () => {
    client = await initTestDatabase();
    imports = new TestImports(client);
  });

  /** Takes the second report of a service in a process of its own, killed after so many milliseconds. */
  async function runProcess(entityRef: string, killAfter?: number) {
    const { connection } = client.client.config;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '..', '__testUtils__', 'importProcess.ts'),
        // The password does not enumerate.
        JSON.stringify({ ...connection, password: connection.password }),
        entityRef,
        '1000',
        '3000',
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    const startedAt = performance.now();
    if (killAfter !== undefined) {
      await Promise.race([exited, sleep(killAfter)]);
      child.kill('SIGKILL');
    }
    await exited;
    const time = performance.now() - startedAt;
    // The database notices that nobody is there any more.
    for (let turn = 0; turn < 100; turn += 1) {
      const { rows } = await client.raw(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
      );
      if (rows.length === 0) {
        break;
      }
      await sleep(100);
    }
    return time;
  }

  async function statesOf(entityRef: string): Promise<Record<string, number>> {
    const { rows } = await client.raw(
      `SELECT state, count(*)::integer AS count FROM findings JOIN services ON services.id = service_id WHERE ref = ? GROUP BY 1`,
      [entityRef],
    );
    return Object.fromEntries(
      rows.map((row: { state: string; count: number }) => [
        row.state,
        row.count,
      ]),
    );
  }

  it('has taken all of it or nothing, and takes it again', async () => {
    const first = manyVulnerabilities(0, 2000);
    const second = manyVulnerabilities(1000, 3000);
    const start = async (entityRef: string) => {
      await imports.send({ findings: first }, { entityRef });
      return entityRef;
    };
    const whole = await runProcess(await start('component:default/whole'));
    expect(await statesOf('component:default/whole')).toEqual(after);
    const seen = new Set<string>();
    for (const [index, part] of kills.entries()) {
      const ref = await start(`component:default/killed-${index}`);
      await runProcess(ref, whole * part);
      const states = await statesOf(ref);
      expect([before, after]).toContainEqual(states);
      seen.add(JSON.stringify(states));
      expect(await findSumErrors(client)).toEqual([]);
      await imports.send({ findings: second }, { entityRef: ref });
      expect(await statesOf(ref)).toEqual(after);
    }
    expect(await findSumErrors(client)).toEqual([]);
    // Some were killed while they wrote.
    expect(seen).toContain(JSON.stringify(before));
  });
});
