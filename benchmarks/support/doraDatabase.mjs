import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../../scripts/support/paths.mjs';

const require = createRequire(
  path.join(repositoryRoot, 'plugins/dora-backend/package.json'),
);
const { from: copyFrom } = require('pg-copy-streams');

const WAIT_LIMIT_MS = 15 * 60_000;

/** Makes tables equal to those of the delivery facts, with their indexes, for COPY to be measured with. */
export async function createPlainTables(client) {
  await client.query(`
    CREATE SCHEMA plain;
    CREATE TABLE plain.commits (LIKE dora.commits INCLUDING ALL);
    CREATE TABLE plain.releases (LIKE dora.releases INCLUDING ALL);
  `);
}

/**
 * COPY of all rows of a year into staging tables, then one INSERT ... ON CONFLICT into each of the indexed tables.
 *
 * @returns {Promise<number>} Seconds.
 */
export async function copyYear(client, { commitRows, releaseRows }) {
  const startedAt = performance.now();
  await client.query('BEGIN');
  for (const [table, file] of [
    ['commits', commitRows],
    ['releases', releaseRows],
  ]) {
    const columns =
      table === 'commits'
        ? `entity_id, position, sha, first_parent, other_parents, authored_at, committed_at, author, kind, reverts,
           pull_request, provenance`
        : 'entity_id, kind, tag, number, sha, released_at, provenance';
    await client.query(
      `CREATE TEMPORARY TABLE staged_${table} ON COMMIT DROP AS SELECT ${columns} FROM plain.${table} WITH NO DATA`,
    );
    await pipeline(
      fs.createReadStream(file, { highWaterMark: 1024 * 1024 }),
      client.query(copyFrom(`COPY staged_${table} (${columns}) FROM STDIN`)),
    );
    await client.query(
      `INSERT INTO plain.${table} (${columns}) SELECT ${columns} FROM staged_${table} ON CONFLICT DO NOTHING`,
    );
  }
  await client.query('COMMIT');
  return (performance.now() - startedAt) / 1000;
}

/**
 * The overview of the whole company over a year and the one before it, from deployments and changes alone: for each service
 * its counts, its weeks and its percentiles, then how many services are where. Whose deployment a change is and which failed
 * is taken as known, which favours this side.
 */
const companySql = `
  WITH periods AS (
    SELECT n, ($1::date - 365 * (n - 1))::timestamp AT TIME ZONE 'UTC' AS to_at,
      ($1::date - 365 * n)::timestamp AT TIME ZONE 'UTC' AS from_at
    FROM generate_series(1, 2) n
  ), deployed AS MATERIALIZED (
    SELECT p.n, p.to_at, d.entity_id, d.place, d.deployed_at, d.failed, d.rework, d.recovery_ms
    FROM periods p JOIN dora.deployments d ON d.deployed_at >= p.from_at AND d.deployed_at < p.to_at
  ), counts AS (
    SELECT n, entity_id, count(*) AS deployments, count(*) FILTER (WHERE failed) AS failed,
      count(*) FILTER (WHERE rework) AS reworks,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY recovery_ms) AS recovery
    FROM deployed GROUP BY 1, 2
  ), leads AS (
    SELECT d.n, d.entity_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY c.lead_ms) AS lead
    FROM deployed d JOIN dora.changes c ON c.entity_id = d.entity_id AND c.deployment_place = d.place
    WHERE c.lead_ms IS NOT NULL GROUP BY 1, 2
  ), weeks AS (
    SELECT n, entity_id, week, count(DISTINCT day) AS days FROM (
      SELECT n, entity_id, extract(day FROM to_at - deployed_at)::integer / 7 AS week,
        date_trunc('day', deployed_at, 'UTC') AS day
      FROM deployed
    ) x GROUP BY 1, 2, 3
  ), frequencies AS (
    SELECT n, entity_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS per_week FROM weeks GROUP BY 1, 2
  ), services AS (
    SELECT * FROM counts LEFT JOIN leads USING (n, entity_id) LEFT JOIN frequencies USING (n, entity_id)
  )
  SELECT n, count(*)::integer AS services, sum(deployments)::integer AS deployments, sum(failed)::integer AS failed,
    sum(reworks)::integer AS reworks,
    percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (ORDER BY lead) AS leads,
    percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (ORDER BY recovery) AS recoveries,
    percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (ORDER BY failed::float / deployments) AS fail_rates,
    percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (ORDER BY reworks::float / deployments) AS rework_rates,
    count(*) FILTER (WHERE lead < 86400000) AS lead_elite, count(*) FILTER (WHERE lead < 604800000) AS lead_high,
    count(*) FILTER (WHERE per_week >= 5) AS often_elite, count(*) FILTER (WHERE per_week >= 1) AS often_high
  FROM services GROUP BY n ORDER BY n`;

/**
 * @param {string} endsOn - as `2026-01-31`
 * @returns {Promise<{ ms: number, rows: object[] }>}
 */
export async function askPlainSql(client, endsOn) {
  const startedAt = performance.now();
  const { rows } = await client.query(companySql, [endsOn]);
  return { ms: performance.now() - startedAt, rows };
}

/** Waits until nothing waits to be derived and the windows are whole. */
export async function waitUntilDerived(client, { incidents }) {
  const limit = Date.now() + WAIT_LIMIT_MS;
  let state;
  do {
    const { rows } = await client.query(`
      SELECT (SELECT count(*) FROM dora.reports WHERE matched)::integer AS matched,
        EXISTS (SELECT FROM dora.derivations) OR EXISTS (SELECT FROM dora.stale_windows) AS busy,
        (SELECT value FROM dora.settings WHERE key = 'windows.completeTo') AS complete`);
    state = rows[0];
    if (state.matched >= incidents && !state.busy && state.complete) {
      return state.complete;
    }
    await sleep(10);
  } while (Date.now() < limit);
  throw new Error(
    `Figures were not whole after ${WAIT_LIMIT_MS / 60_000} minutes: ${
      state.matched
    } of ${incidents} incidents were matched`,
  );
}

/** How many rows of the plugin's derived tables were ever written, deletions included. */
export async function rowsWritten(client) {
  // The server counts a backend's rows when it is idle, at the latest after some seconds.
  let last = -1;
  let now = await readWritten(client);
  let same = 0;
  while (same < 2) {
    await sleep(1500);
    last = now;
    now = await readWritten(client);
    same = now === last ? same + 1 : 0;
  }
  return now;
}

async function readWritten(client) {
  const { rows } = await client.query(
    `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint AS written FROM pg_stat_user_tables
     WHERE schemaname = 'dora'
       AND relname IN ('deployments', 'changes', 'entity_days', 'total_days', 'entity_windows', 'unattributed')`,
  );
  return Number(rows[0].written);
}

/** Throws away what was derived of a service and has it derived again. */
export async function deriveAgain(client, entityRef) {
  await client.query('BEGIN');
  const { rows } = await client.query(
    'SELECT id FROM dora.entities WHERE entity_ref = $1',
    [entityRef],
  );
  for (const table of ['changes', 'deployments', 'unattributed']) {
    await client.query(`DELETE FROM dora.${table} WHERE entity_id = $1`, [
      rows[0].id,
    ]);
  }
  await client.query(
    'INSERT INTO dora.derivations (entity_id, requested_at) VALUES ($1, now())',
    [rows[0].id],
  );
  await client.query('COMMIT');
}
