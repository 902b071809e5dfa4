import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { watchMemory } from './support/backendMemory.mjs';
import {
  memberToken,
  waitForOrganisation,
} from './support/doraOrganisation.mjs';
import { measureLatency } from './support/doraRequests.mjs';
import { startOrganisationPortal } from './support/organisationPortal.mjs';
import { sarifFile, trivyFile } from './support/securityFiles.mjs';
import { fillSecurityStore } from './support/securityStore.mjs';

const REQUESTS = 100;
const TRIVY_GOAL = 10_000;
const OTHER_GOAL = 5_000;
const MEMORY_GOAL_MIB = 300;
const SCORES_GOAL_S = 60;
const PAGE_GOAL_MS = 150;
const AFFECTED_GOAL_MS = 300;
const SCORES_LIMIT_S = 600;
const WORDS_LIMIT_S = 900;

const sizes = {
  usual: {
    components: 5000,
    findings: 200_000,
    inventory: 2_000_000,
    trivy: 60_000,
  },
  full: {
    components: 5000,
    findings: 2_000_000,
    inventory: 20_000_000,
    trivy: 200_000,
  },
};

/**
 * Security at the size of a company: 5,000 components with 200,000 open findings and 2 million rows of inventory, ten times that with
 * `--full`. How fast reports come in and with how much memory, how long all scores take from scratch, and how fast pages and the
 * question where a vulnerability is are answered. What is there before is written to the store by SQL; the reports that are measured
 * come over HTTP.
 */
export async function run({ full, report }) {
  const size = full ? sizes.full : sizes.usual;
  const services = Array.from({ length: size.components }, (_, index) => ({
    name: `svc-${index}`,
    index,
  }));
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-bench-'));
  await fs.chmod(directory, 0o755);
  const undo = [() => fs.rm(directory, { recursive: true, force: true })];
  try {
    const portal = await startOrganisationPortal({
      directory,
      services,
      roles: { security: { users: ['user:default/guest'], groups: [] } },
    });
    undo.push(portal.stop);
    const client = new pg.Client(portal.database.connection);
    await client.connect();
    undo.push(() => client.end());
    await waitForOrganisation({ ...portal, services: services.length });
    const bench = {
      ...portal,
      client,
      size,
      report,
      member: await memberToken(portal.url),
    };
    await measureImports(bench);
    await fillSecurityStore(client, size);
    await client.query('ANALYZE');
    report({ figure: 'components', value: size.components, unit: 'count' });
    report({ figure: 'open findings', value: size.findings, unit: 'count' });
    report({
      figure: 'rows of inventory',
      value: size.inventory,
      unit: 'count',
    });
    await measureScores(bench);
    await measurePages(bench);
  } finally {
    while (undo.length) {
      await undo.pop()();
    }
  }
}

async function measureImports(bench) {
  // The first thread and the first tables are cold, and a nightly report is not the first.
  await send(bench, 'svc-1', trivyFile({ findings: 1000 }));
  const files = [
    {
      name: 'Trivy JSON',
      goal: TRIVY_GOAL,
      findings: bench.size.trivy,
      write: trivyFile,
    },
    {
      name: 'SARIF',
      goal: OTHER_GOAL,
      findings: bench.size.trivy,
      write: sarifFile,
    },
  ];
  for (const { name, goal, findings, write } of files) {
    const memory = await watchMemory(Number(new URL(bench.url).port));
    const { seconds, bytes, receipt } = await send(
      bench,
      'svc-0',
      write({ findings }),
    );
    const most = await memory.stop();
    const rate = findings / seconds;
    bench.report({
      figure: `${name}: size of the report`,
      value: Math.round(bytes / 1024 ** 2),
      unit: 'MiB',
    });
    bench.report({
      figure: `${name}: findings opened`,
      value: receipt.opened,
      unit: 'count',
      goal: `${findings}`,
      meets: receipt.opened === findings,
    });
    bench.report({
      figure: `${name}: import`,
      value: Math.round(rate),
      unit: 'findings/s',
      goal: `>= ${goal}`,
      meets: rate >= goal,
    });
    bench.report({
      figure: `${name}: memory above idle`,
      value: Math.round(most),
      unit: 'MiB',
      goal: `< ${MEMORY_GOAL_MIB}`,
      meets: most < MEMORY_GOAL_MIB,
    });
  }
}

async function send({ url, token }, name, pieces) {
  let bytes = 0;
  function* counted() {
    for (const piece of pieces) {
      bytes += piece.length;
      yield piece;
    }
  }
  const startedAt = performance.now();
  const response = await fetch(
    `${url}/api/security-score/v1/reports?entityRef=component:default/${name}`,
    {
      method: 'POST',
      duplex: 'half',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/octet-stream',
      },
      body: ReadableStream.from(counted()),
    },
  );
  if (!response.ok) {
    throw new Error(
      `The report was answered with ${
        response.status
      }: ${await response.text()}`,
    );
  }
  const receipt = await response.json();
  return { receipt, bytes, seconds: (performance.now() - startedAt) / 1000 };
}

/** From when no service has a score, and all wait for one, until each has it: the wait for the turn of the task is in it. */
async function measureScores({ client, size, report }) {
  const schema = '"security-score"';
  const startedAt = performance.now();
  await client.query(`DELETE FROM ${schema}.scores`);
  await client.query(
    `INSERT INTO ${schema}.score_queue (service_id) SELECT id FROM ${schema}.services ON CONFLICT DO NOTHING`,
  );
  const seconds = () => (performance.now() - startedAt) / 1000;
  for (;;) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS scored FROM ${schema}.scores`,
    );
    if (rows[0].scored >= size.components) {
      break;
    }
    if (seconds() > SCORES_LIMIT_S) {
      throw new Error(
        `${rows[0].scored} of ${size.components} services have a score after ${SCORES_LIMIT_S} s`,
      );
    }
    await sleep(100);
  }
  report({
    figure: 'all scores from scratch',
    value: round(seconds()),
    unit: 's',
    goal: `<= ${SCORES_GOAL_S}`,
    meets: seconds() <= SCORES_GOAL_S,
  });
}

async function measurePages({ client, url, member, size, report }) {
  await waitForWords(client);
  // What autovacuum does within minutes; so much was written a moment ago that it has not come to it.
  await client.query('VACUUM (ANALYZE)');
  const api = `${url}/api/security-score/v1`;
  const each = (count, address) =>
    Array.from({ length: count }, (_, index) => address(index));
  const service = index =>
    `component:default/svc-${(index * 37) % size.components}`;
  const views = [
    ['findings of everything', PAGE_GOAL_MS, [`${api}/findings?state=open`]],
    [
      'critical findings of everything, newest first',
      PAGE_GOAL_MS,
      [`${api}/findings?state=open&severity=critical&order=newest`],
    ],
    [
      'overdue findings of everything',
      PAGE_GOAL_MS,
      [`${api}/findings?state=open&overdue=true&order=due`],
    ],
    [
      'findings with a word in them',
      PAGE_GOAL_MS,
      [`${api}/findings?state=open&text=library-77`],
    ],
    [
      'findings of a domain of 500 components',
      PAGE_GOAL_MS,
      [`${api}/findings?state=open&scope=domain:default/core`],
    ],
    [
      'findings of a component',
      PAGE_GOAL_MS,
      each(50, index => `${api}/findings?state=open&scope=${service(index)}`),
    ],
    [
      'score of a component',
      PAGE_GOAL_MS,
      each(
        50,
        index =>
          `${api}/entities/component/default/${
            service(index).split('/')[1]
          }/score`,
      ),
    ],
    [
      'upgrades of a component',
      PAGE_GOAL_MS,
      each(
        50,
        index =>
          `${api}/entities/component/default/${
            service(index).split('/')[1]
          }/upgrades`,
      ),
    ],
    ['the portfolio, worst first', PAGE_GOAL_MS, [`${api}/scores?order=score`]],
    [
      'statistics of everything, 90 days',
      PAGE_GOAL_MS,
      [`${api}/statistics?from=${daysAgo(90)}&to=${daysAgo(0)}`],
    ],
    ['licences of everything', PAGE_GOAL_MS, [`${api}/licences`]],
    [
      'where is a CVE',
      AFFECTED_GOAL_MS,
      each(
        50,
        index =>
          `${api}/affected?vulnerability=CVE-2020-${
            10_000 + ((index * 37) % 3000)
          }`,
      ),
    ],
    [
      'where is a package below a version',
      AFFECTED_GOAL_MS,
      each(
        50,
        index =>
          `${api}/affected?package=library-${
            (index * 37) % 2000
          }&range=${encodeURIComponent('<1.5.0')}`,
      ),
    ],
  ];
  for (const [name, goal, urls] of views) {
    const { p95 } = await measureLatency({
      urls,
      token: member,
      count: REQUESTS,
    });
    report({
      figure: `${name}: p95`,
      value: round(p95),
      unit: 'ms',
      goal: `<= ${goal}`,
      meets: p95 <= goal,
    });
  }
}

/** What findings are searched by is read after the reports that bring it. */
async function waitForWords(client) {
  const deadline = performance.now() + WORDS_LIMIT_S * 1000;
  for (;;) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS unread FROM "security-score".unread_words`,
    );
    if (rows[0].unread === 0) {
      return;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `The words of ${rows[0].unread} services are not read after ${WORDS_LIMIT_S} s`,
      );
    }
    await sleep(500);
  }
}

function daysAgo(days) {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

function round(value) {
  return Number(value.toFixed(value < 10 ? 2 : 1));
}
