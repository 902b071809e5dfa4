import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { stringify } from 'yaml';
import { localConfigFiles } from '../scripts/runtime/readPortalConfig.mjs';
import { startPortal } from '../scripts/runtime/startPortal.mjs';
import { findFreePort } from '../scripts/support/processes.mjs';

const DAY = 86_400_000;
const ENTITIES = 5000;
const VALUES_PER_REQUEST = 5000;
const LATEST_GOAL_MS = 150;
const PUBLISH_GOAL_S = 5;
const WAIT_LIMIT_MS = 120_000;

const metrics = [
  { id: 'deploymentFrequency', unit: '1/week', aggregation: 'sum' },
  { id: 'changeFailRate', unit: 'ratio', aggregation: 'ratio' },
  { id: 'reworkRate', unit: 'ratio', aggregation: 'ratio' },
  { id: 'changeLeadTime', unit: 'h', aggregation: 'distribution' },
  { id: 'recoveryTime', unit: 'h', aggregation: 'distribution' },
];

/**
 * The metric store at the size of a company: 5,000 entities with five metrics, each with parts and three windows. How fast a day
 * is published, and how fast a member gets the latest value of everything, beside plain SQL that reads the same rows. 14
 * days of history by default, 90 with `--full`.
 */
export async function run({ full, report }) {
  const days = full ? 90 : 14;
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-bench-'));
  await fs.chmod(directory, 0o755);
  const portal = await start(directory);
  const client = new pg.Client(portal.database.connection);
  try {
    await client.connect();
    const publish = createPublisher(portal);
    await publish.register();
    const seconds = [];
    for (let ago = days; ago >= 1; ago--) {
      seconds.push(await publish.day(ago));
    }
    report({
      figure: '25,000 values, each with three windows, all new',
      value: round(seconds[0]),
      unit: 's',
      goal: `<= ${PUBLISH_GOAL_S}`,
      meets: seconds[0] <= PUBLISH_GOAL_S,
    });
    report({
      figure: 'the same for a following day, one value in ten changed, median',
      value: round(quantile(seconds.slice(1), 0.5)),
      unit: 's',
      goal: `<= ${PUBLISH_GOAL_S}`,
      meets: quantile(seconds.slice(1), 0.5) <= PUBLISH_GOAL_S,
    });
    await reportRows(client, report, days);
    await reportLatest({ client, portal, report, requests: full ? 100 : 40 });
  } finally {
    await client.end();
    await portal.stop();
    await fs.rm(directory, { recursive: true, force: true });
  }
}

async function start(directory) {
  const catalog = path.join(directory, 'catalog.yaml');
  const entities = [
    { kind: 'Group', name: 'members', spec: { type: 'team', children: [] } },
    { kind: 'User', name: 'guest', spec: { memberOf: ['members'] } },
  ];
  const documents = entities.map(({ kind, name, spec }) =>
    stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name },
      spec,
    }),
  );
  await fs.writeFile(catalog, documents.join('---\n'));
  const config = path.join(directory, 'app-config.bench.yaml');
  await fs.writeFile(
    config,
    stringify({
      // Loading the demo organisation would be measured, too.
      portal: { demo: false },
      permission: {
        portal: { roles: { member: { groups: ['group:default/members'] } } },
      },
      catalog: {
        locations: [
          {
            type: 'file',
            target: catalog,
            rules: [{ allow: ['User', 'Group'] }],
          },
        ],
      },
    }),
  );
  return startPortal({
    port: await findFreePort(),
    dataDirectory: path.join(directory, 'data'),
    configFiles: [...localConfigFiles(), config],
  });
}

function createPublisher({ url, token }) {
  const send = (method, pathname, body) =>
    ask(`${url}/api/metrics/v1${pathname}`, token, method, body);
  return {
    register: () =>
      send('PUT', '/definitions', {
        definitions: metrics.map(metric => ({
          ...metric,
          title: metric.id,
          description: 'Generated.',
          estimator: 'Generated.',
          sample: 'facts',
          betterWhen: 'lower',
          source: 'benchmarks/metrics.mjs',
        })),
      }),
    /** Seconds for all values of the day so many days ago. */
    async day(ago) {
      const day = new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
      const values = valuesOf(ago);
      const bodies = [];
      for (let at = 0; at < values.length; at += VALUES_PER_REQUEST) {
        bodies.push({ day, values: values.slice(at, at + VALUES_PER_REQUEST) });
      }
      const startedAt = performance.now();
      for (const body of bodies) {
        await send('POST', '/publish', body);
      }
      return (performance.now() - startedAt) / 1000;
    },
  };
}

/** A tenth of the entities has another value every day, the others stand still. */
function valuesOf(ago) {
  return metrics.flatMap(({ id, unit, aggregation }) =>
    Array.from({ length: ENTITIES }, (_, index) => {
      const changing = index % 10 === ago % 10 ? ago : 0;
      const value = 1 / (1 + ((index * 7 + changing) % 97));
      const window = { state: 'ok', value, unit, sampleSize: 1 + (index % 50) };
      const parts = {
        sum: { sum: (index + changing) % 3, count: (index + changing) % 3 },
        ratio: { numerator: changing % 2, denominator: 1 + (index % 3) },
      };
      return {
        metricId: id,
        entityRef: nameOf(index),
        ...(parts[aggregation] && { parts: parts[aggregation] }),
        windows: { 28: window, 90: window, 365: window },
      };
    }),
  );
}

function nameOf(index) {
  return `component:default/service-${String(index).padStart(4, '0')}`;
}

async function reportRows(client, report, days) {
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM metrics.runs)::int AS runs,
       (SELECT sum(upper(r) - lower(r)) FROM metrics.reports, unnest(reported) r)::int AS reported`,
  );
  report({
    figure: `rows / reported values of ${days} days`,
    value: round(rows[0].runs / rows[0].reported),
    unit: 'ratio',
  });
}

/** The member's request and the plain statement take turns, so that both meet the same machine. */
async function reportLatest({ client, portal, report, requests }) {
  const token = await waitForMember(portal.url);
  const entityRefs = Array.from({ length: ENTITIES }, (_, index) =>
    nameOf(index),
  );
  const body = { metricIds: metrics.map(({ id }) => id), entityRefs };
  const api = [];
  const sql = [];
  // The first ones warm both up.
  for (let turn = -5; turn < requests; turn++) {
    const [apiMs, answer] = await timed(() =>
      ask(`${portal.url}/api/metrics/v1/query/latest`, token, 'POST', body),
    );
    const [sqlMs, plain] = await timed(() => readPlainly(client, entityRefs));
    requireSame(answer, plain.rows);
    if (turn >= 0) {
      api.push(apiMs);
      sql.push(sqlMs);
    }
  }
  const p95 = quantile(api, 0.95);
  report({
    figure: 'latest of 5,000 entities x 5 metrics for a member, p95',
    value: round(p95),
    unit: 'ms',
    goal: `<= ${LATEST_GOAL_MS}`,
    meets: p95 <= LATEST_GOAL_MS,
  });
  report({
    figure: 'the same / plain SQL for the same rows, medians',
    value: round(quantile(api, 0.5) / quantile(sql, 0.5)),
    unit: 'ratio',
  });
}

async function readPlainly(client, entityRefs) {
  return client.query(
    `SELECT d.metric_id, e.ref, r.state, r.value, r.sample_size
     FROM metrics.runs r JOIN metrics.definitions d ON d.id = r.metric_id
       JOIN metrics.entities e ON e.id = r.entity_id
     WHERE r.days = 28 AND r.dimension_id = 0 AND r.to_day = 'infinity' AND e.ref = ANY($1)`,
    [entityRefs],
  );
}

function requireSame(answer, rows) {
  const given = answer.metrics.flatMap(({ values }) => values);
  const total = list => list.reduce((sum, { value }) => sum + value, 0);
  if (
    given.length !== rows.length ||
    Math.abs(total(given) - total(rows)) > 1e-6
  ) {
    throw new Error(
      `The store answers ${given.length} values and SQL ${rows.length}, or not the same ones`,
    );
  }
}

/** A token of the guest, once the catalog knows the guest. */
async function waitForMember(url) {
  const limit = Date.now() + WAIT_LIMIT_MS;
  let problem;
  while (Date.now() < limit) {
    try {
      const { backstageIdentity } = await ask(`${url}/api/auth/guest/refresh`);
      const { token } = backstageIdentity;
      await ask(`${url}/api/metrics/v1/definitions`, token);
      return token;
    } catch (error) {
      problem = error;
      await sleep(1000);
    }
  }
  throw new Error(`The guest is no member yet: ${problem}`);
}

async function ask(url, token, method = 'GET', body) {
  const response = await fetch(url, {
    method,
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(
      `${url} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}

async function timed(act) {
  const startedAt = performance.now();
  const result = await act();
  return [performance.now() - startedAt, result];
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[
    Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  ];
}

function round(value) {
  return Number(value.toPrecision(3));
}
