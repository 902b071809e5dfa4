import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { stringify } from 'yaml';
import { localConfigFiles } from '../../scripts/runtime/readPortalConfig.mjs';
import { startPortal } from '../../scripts/runtime/startPortal.mjs';
import { findFreePort } from '../../scripts/support/processes.mjs';
import { memberGroup, memberToken } from './doraOrganisation.mjs';
import { measureLatency } from './doraRequests.mjs';

const PROBES_PER_SERVICE = 5;
const DAYS = 30;
const WAIT_LIMIT_MS = 20 * 60_000;
const HISTORIES = 200;

/**
 * Watches as many probes as are asked for, one a minute each, against a server of this process: how late they come, what CPU the
 * backend takes, and how fast the history of a service answers a member while they run, with 30 days of hours behind each.
 *
 * @param {{ directory: string, probes: number, seconds: number }} options
 * @returns {Promise<{ probes: number, perMinute: number, lagSeconds: number, cores?: number, p95: number }>}
 */
export async function measureProbes({ directory, probes, seconds }) {
  const services = Math.ceil(probes / PROBES_PER_SERVICE);
  const target = await startTarget();
  const undo = [async () => target.close()];
  try {
    const config = await writeConfig({
      directory,
      services,
      port: target.port,
    });
    const portal = await startPortal({
      port: await findFreePort(),
      dataDirectory: path.join(directory, 'data'),
      configFiles: [...localConfigFiles(), config],
    });
    undo.push(portal.stop);
    const client = new pg.Client(portal.database.connection);
    await client.connect();
    undo.push(() => client.end());
    await waitForProbes(client, services * PROBES_PER_SERVICE);
    await writeHistory(client);
    // Each has run once: the burst of the beginning is over.
    await sleep(70_000);
    const load = await observe({ client, target, seconds });
    const urls = Array.from(
      { length: Math.min(services, 100) },
      (_, index) =>
        `${portal.url}/api/service-health/v1/history?${new URLSearchParams({
          entityRef: `component:default/${nameOf(index)}`,
          days: DAYS,
        })}`,
    );
    const { p95 } = await measureLatency({
      urls,
      token: await memberToken(portal.url),
      count: HISTORIES,
    });
    return { probes: services * PROBES_PER_SERVICE, ...load, p95 };
  } finally {
    while (undo.length) {
      await undo.pop()();
    }
  }
}

/** Answers everything, and counts. */
async function startTarget() {
  let answered = 0;
  const server = http.createServer((_, response) => {
    answered += 1;
    response.end('ok');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    answered: () => answered,
    close: () => server.close(),
  };
}

function nameOf(index) {
  return `service-${String(index).padStart(4, '0')}`;
}

async function writeConfig({ directory, services, port }) {
  const catalog = path.join(directory, 'catalog.yaml');
  const documents = [
    entity('Group', memberGroup.split('/')[1], { type: 'team', children: [] }),
    entity('User', 'guest', { memberOf: [memberGroup.split('/')[1]] }),
    ...Array.from({ length: services }, (_, index) =>
      entity(
        'Component',
        nameOf(index),
        {
          type: 'service',
          lifecycle: 'production',
          owner: memberGroup.split('/')[1],
        },
        {
          'portal/health-checks': Array.from(
            { length: PROBES_PER_SERVICE },
            (__, probe) =>
              `PROD1=http://127.0.0.1:${port}/${nameOf(index)}/${probe}`,
          ).join('\n'),
        },
      ),
    ),
  ];
  await fs.writeFile(
    catalog,
    documents.map(each => stringify(each, { lineWidth: 0 })).join('---\n'),
  );
  const config = path.join(directory, 'app-config.bench.yaml');
  await fs.writeFile(
    config,
    stringify({
      portal: { demo: false },
      permission: { portal: { roles: { member: { groups: [memberGroup] } } } },
      serviceHealth: { allow: ['127.0.0.1'], interval: { minutes: 1 } },
      catalog: {
        locations: [
          {
            type: 'file',
            target: catalog,
            rules: [{ allow: ['User', 'Group', 'Component'] }],
          },
        ],
        processingInterval: { hours: 1 },
      },
    }),
  );
  return config;
}

function entity(kind, name, spec, annotations) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...(annotations && { annotations }) },
    spec,
  };
}

async function waitForProbes(client, wanted) {
  const limit = Date.now() + WAIT_LIMIT_MS;
  let known = 0;
  while (Date.now() < limit) {
    const { rows } = await client
      .query(
        `SELECT count(*)::int AS known FROM "service-health".checks WHERE next_at IS NOT NULL`,
      )
      // Its tables are made while the backend starts.
      .catch(() => ({ rows: [{ known: 0 }] }));
    known = rows[0].known;
    if (known >= wanted) {
      return;
    }
    await sleep(2000);
  }
  throw new Error(
    `The portal watches ${known} of ${wanted} probes after ${
      WAIT_LIMIT_MS / 60_000
    } minutes`,
  );
}

/** What the loop would have written in 30 days: an hour is one row, a complete day another one. */
async function writeHistory(client) {
  // 60 bits: up in each minute, and down in one hour of a hundred.
  await client.query(`
    INSERT INTO "service-health".hours
      (check_id, hour, up, degraded, down, maintenance, checked, latency_sum, latency_count)
    SELECT c.id, h.hour,
      CASE WHEN h.bad THEN 0 ELSE (1::bigint << 60) - 1 END, 0,
      CASE WHEN h.bad THEN (1::bigint << 60) - 1 ELSE 0 END, 0, (1::bigint << 60) - 1, 60 * 40, 60
    FROM "service-health".checks c, LATERAL (
      SELECT hour, (extract(epoch FROM hour)::bigint / 3600 + c.id) % 100 = 0 AS bad
      FROM generate_series(date_trunc('hour', now()) - ${DAYS} * interval '1 day',
        date_trunc('hour', now()) - interval '1 hour', interval '1 hour') AS hour) h
    ON CONFLICT DO NOTHING`);
  await client.query(`
    INSERT INTO "service-health".days
      (check_id, day, up, degraded, down, maintenance, checks, latency_sum, latency_count, published)
    SELECT check_id, (hour AT TIME ZONE 'UTC')::date, sum(CASE WHEN up > 0 THEN 3600 ELSE 0 END), 0,
      sum(CASE WHEN down > 0 THEN 3600 ELSE 0 END), 0, 1440, sum(latency_sum), sum(latency_count), true
    FROM "service-health".hours WHERE hour < date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
    GROUP BY 1, 2 ON CONFLICT DO NOTHING`);
  await client.query(
    'ANALYZE "service-health".hours, "service-health".days, "service-health".checks',
  );
}

/** Looks every second at the probe that waits longest, and at what the backend took meanwhile. */
async function observe({ client, target, seconds }) {
  const pid = await backendPid();
  const [answeredBefore, cpuBefore] = [target.answered(), await cpuOf(pid)];
  const startedAt = performance.now();
  let lagSeconds = 0;
  while (performance.now() - startedAt < seconds * 1000) {
    const { rows } = await client.query(
      `SELECT coalesce(max(extract(epoch FROM now() - next_at)), 0)::float AS late
       FROM "service-health".checks WHERE next_at < now()`,
    );
    lagSeconds = Math.max(lagSeconds, rows[0].late);
    await sleep(1000);
  }
  const took = (performance.now() - startedAt) / 1000;
  const cpuAfter = await cpuOf(pid);
  return {
    lagSeconds,
    perMinute: ((target.answered() - answeredBefore) * 60) / took,
    cores:
      cpuBefore === undefined || cpuAfter === undefined
        ? undefined
        : (cpuAfter - cpuBefore) / took,
  };
}

/** The process that this one started to serve the portal; undefined where the system has no /proc. */
async function backendPid() {
  const children = await fs
    .readFile(`/proc/self/task/${process.pid}/children`, 'utf8')
    .catch(() => '');
  for (const pid of children.split(' ').filter(Boolean)) {
    const command = await fs
      .readFile(`/proc/${pid}/cmdline`, 'utf8')
      .catch(() => '');
    if (command.includes('packages/backend/src/index.ts')) {
      return pid;
    }
  }
  return undefined;
}

/** Seconds of CPU that a process has taken, its threads included. */
async function cpuOf(pid) {
  const text = await fs
    .readFile(`/proc/${pid}/stat`, 'utf8')
    .catch(() => undefined);
  // What stands after the name in brackets: state is field 3, utime and stime are 14 and 15, in hundredths of a second.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) / 100;
}
