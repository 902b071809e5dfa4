import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importCosts, type ManyCosts } from '../__testUtils__/createImporter';
import { testDatabases } from '../__testUtils__/startFinops';
import { applyMigrations } from '../database/applyMigrations';
import { lockMonths } from './lockMonths';

jest.setTimeout(240_000);

const month = '2026-01';
const before = { source: 'cloud', month, lines: 3000, cost: 1 };
/** It says of the same month that it has more lines, and that each costs more. */
const after = { ...before, lines: 4000, cost: 2 };

/** What keeps an import waiting, from the first thing that it writes to the last: there it is killed. */
const holds: Record<
  string,
  (transaction: Knex.Transaction) => Promise<unknown>
> = {
  'with all lines staged': async transaction =>
    lockMonths(transaction, [`${month}-01`]),
  'before the old lines go': async transaction =>
    transaction.raw('LOCK TABLE cost_lines IN SHARE MODE'),
  'before the new lines are allocated': async transaction =>
    transaction.raw('LOCK TABLE item_shares IN SHARE MODE'),
  'before sums are made': async transaction =>
    transaction.raw('LOCK TABLE daily_costs IN SHARE MODE'),
  'before the last sums are made': async transaction =>
    transaction.raw('LOCK TABLE entity_costs IN SHARE MODE'),
};
/** And at which part of the time that an import takes, wherever that is. */
const moments = [0.5, 0.85, 0.97];

/** Every table that an import writes, without the numbers of imports and what time it was. */
const contents = {
  lines: `SELECT line_number, billing_month, item_id, charge_day, currency, billed_cost, adjustment, extra FROM cost_lines
    WHERE import_id = (SELECT max(id) FROM cost_imports)`,
  linesOfOthers: `SELECT count(*) FROM cost_lines WHERE import_id <> (SELECT max(id) FROM cost_imports)`,
  imports: `SELECT months, lines, rejected, change, superseded_by IS NULL AS in_force FROM cost_imports`,
  sources: `SELECT name FROM cost_sources`,
  items: `SELECT id, resource_id, tags FROM cost_items`,
  shares: `SELECT item_id, position, entity_ref, bucket, share_from, share_to FROM item_shares`,
  days: `SELECT charge_day, entity_ref, bucket, billed_cost, lines FROM daily_costs`,
  months: `SELECT charge_month, entity_ref, bucket, billed_cost, lines FROM monthly_costs`,
  entities: `SELECT charge_month, entity_ref, billed_cost, lines FROM entity_costs`,
  totals: `SELECT charge_day, bucket, billed_cost, lines FROM daily_totals`,
  monthTotals: `SELECT charge_month, bucket, billed_cost, lines FROM monthly_totals`,
};

describe('a process that imports costs and is killed', () => {
  let client: Knex;

  beforeEach(async () => {
    client = await applyMigrations(
      mockServices.database({
        knex: await testDatabases.init('POSTGRES_18'),
        migrations: { skip: false },
      }),
    );
  });

  function startProcess(costs: ManyCosts) {
    const { connection } = client.client.config;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '..', '__testUtils__', 'importProcess.ts'),
        // The password does not enumerate.
        JSON.stringify({ ...connection, password: connection.password }),
        JSON.stringify(costs),
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    const exited = once(child, 'exit');
    return {
      child,
      exited,
      started: Promise.race([once(child.stdout, 'data'), exited]),
    };
  }

  /** Asks again and again until the other sessions of the database are so. */
  async function until(sessions: string, isSo: (count: number) => boolean) {
    for (let turn = 0; turn < 600; turn += 1) {
      const { rows } = await client.raw(
        `SELECT count(*)::integer AS count FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${sessions}`,
      );
      if (isSo(rows[0].count)) {
        return;
      }
      await sleep(50);
    }
    throw new Error(`It was never so that there are sessions with ${sessions}`);
  }

  async function read(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const [name, query] of Object.entries(contents)) {
      const { rows } = await client.raw(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(to_jsonb(t)::text, ' ' ORDER BY to_jsonb(t)::text)), '') AS found
         FROM (${query}) AS t`,
      );
      found[name] = rows[0].found;
    }
    return found;
  }

  /** What is there before, and what is there when nothing disturbs the import. */
  async function undisturbed() {
    await importCosts(client, before);
    const old = await read();
    await importCosts(client, after);
    return { old, whole: await read() };
  }

  it('has taken nothing wherever it was killed, and takes all of it once when it is started again', async () => {
    const { old, whole } = await undisturbed();
    for (const [where, hold] of Object.entries(holds)) {
      await emptyTables();
      await importCosts(client, before);
      const holder = await client.transaction();
      await hold(holder);
      const { child, exited } = startProcess(after);
      await until(`wait_event_type = 'Lock'`, count => count > 0);
      child.kill('SIGKILL');
      await exited;
      await holder.rollback();
      await until('xact_start IS NOT NULL', count => count === 0);
      expect({ where, ...(await read()) }).toEqual({ where, ...old });

      await importCosts(client, after);
      expect({ where, ...(await read()) }).toEqual({ where, ...whole });
      // And once more, it knows that it has it.
      expect((await importCosts(client, after)).duplicate).toBe(true);
      expect(await read()).toEqual(whole);
    }
  });

  it('has taken all of it or nothing, whenever it was killed', async () => {
    const { old, whole } = await undisturbed();
    await emptyTables();
    await importCosts(client, before);
    const first = startProcess(after);
    await first.started;
    const startedAt = performance.now();
    expect(await first.exited).toEqual([0, null]);
    const takes = performance.now() - startedAt;
    for (const part of moments) {
      await emptyTables();
      await importCosts(client, before);
      const { child, exited, started } = startProcess(after);
      await started;
      await Promise.race([exited, sleep(takes * part)]);
      child.kill('SIGKILL');
      await exited;
      await until('xact_start IS NOT NULL', count => count === 0);
      expect([old, whole]).toContainEqual(await read());
      await importCosts(client, after);
      expect(await read()).toEqual(whole);
    }
  });

  async function emptyTables() {
    await client.raw(
      `TRUNCATE cost_sources, cost_imports, cost_items, cost_lines, cost_rejections, item_shares, daily_costs, monthly_costs,
         entity_costs, daily_totals, monthly_totals, allocation_runs CASCADE`,
    );
  }
});
