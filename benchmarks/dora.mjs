import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  askPlainSql,
  copyYear,
  createPlainTables,
  deriveAgain,
  rowsWritten,
  waitUntilDerived,
} from './support/doraDatabase.mjs';
import {
  blocksOf,
  incidentsOf,
  linesOf,
  planServices,
  sizes,
  writeYear,
} from './support/doraHistory.mjs';
import {
  memberToken,
  waitForOrganisation,
  waitUntilStitched,
} from './support/doraOrganisation.mjs';
import { startOrganisationPortal } from './support/organisationPortal.mjs';
import {
  importFiles,
  importLines,
  keepImporting,
  measureLatency,
  quantile,
  sendIncidents,
} from './support/doraRequests.mjs';
import {
  sameFigures,
  summaryOfApi,
  summaryOfSql,
} from './support/doraSummary.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REQUESTS = 200;
const IMPORT_GOAL = 0.4;
const SQL_GOAL = 5;
/** What a doubled history may cost at most: what the machine's noise makes of 1. */
const FLAT_GOAL = 1.2;
/** Milliseconds for imports beside which nothing is asked. */
const IMPORTING_ALONE = 5000;

/**
 * Delivery figures at the size of a company: how fast files with the histories of many services come in beside what COPY
 * does, how fast views of a service, a domain and everything answer a member, and what a late incident costs. 500 services with
 * 500,000 changes in two years by default, 5,000 with 5,000,000 with `--full`. All data is generated, the same on every machine.
 */
export async function run({ full, report }) {
  const size = full ? sizes.full : sizes.usual;
  const services = planServices(size);
  const end = Math.floor(Date.now() / DAY) * DAY;
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-bench-'));
  await fs.chmod(directory, 0o755);
  const undo = [() => fs.rm(directory, { recursive: true, force: true })];
  try {
    reportNoise(report, 'at the beginning');
    const years = [];
    for (const yearsAgo of [0, 1]) {
      years.push(await writeYear({ directory, services, yearsAgo, end }));
    }
    const portal = await startOrganisationPortal({ directory, services });
    undo.push(portal.stop);
    const client = new pg.Client(portal.database.connection);
    await client.connect();
    undo.push(() => client.end());
    await createPlainTables(client);
    await waitForOrganisation({ ...portal, services: services.length });
    await waitUntilStitched(client);
    const bench = { ...portal, client, services, end, report };
    const token = await memberToken(portal.url);
    const loads = [];
    const answers = [];
    let incidents = 0;
    for (const [yearsAgo, year] of years.entries()) {
      loads.push(await loadYear(bench, year));
      const told = incidentsOf({
        services,
        yearsAgo,
        end,
        incidents: size.incidents / 2,
      });
      await sendIncidents({ ...portal, incidents: told });
      incidents += told.length;
      await waitUntilDerived(client, { incidents });
      answers.push(await measureViews(bench, token));
    }
    reportLoads(report, loads, incidents);
    reportViews(report, answers);
    await compareWithSql(bench, token);
    await measureWhileImporting(bench, token);
    await measureLateEvents(bench, incidents);
    reportNoise(report, 'at the end');
  } finally {
    while (undo.length) {
      await undo.pop()();
    }
  }
}

/** Through the API, then the same rows by COPY. */
async function loadYear({ url, token, client }, year) {
  const imported = await importFiles({ url, token, files: year.files });
  const copySeconds = await copyYear(client, year);
  return { ...imported, copySeconds, records: year.records };
}

function reportLoads(report, loads, incidents) {
  const sum = key => loads.reduce((total, load) => total + load[key], 0);
  const [records, seconds, copySeconds] = [
    sum('records'),
    sum('seconds'),
    sum('copySeconds'),
  ];
  report({
    figure: 'records imported',
    value: sum('accepted'),
    unit: 'count',
    goal: `${records}, all`,
    meets: sum('accepted') === records && sum('refused') === 0,
  });
  report({ figure: 'incidents', value: incidents, unit: 'count' });
  report({
    figure: 'bulk import, derived and ready to be read',
    value: Math.round(records / seconds),
    unit: 'records/s',
  });
  report({
    figure: 'COPY and INSERT ... ON CONFLICT',
    value: Math.round(records / copySeconds),
    unit: 'records/s',
  });
  report({
    figure: 'bulk import / COPY',
    value: round(copySeconds / seconds),
    unit: 'ratio',
    goal: `>= ${IMPORT_GOAL}`,
    meets: copySeconds / seconds >= IMPORT_GOAL,
  });
}

function viewsOf({ url, services, end }) {
  const [from, to] = [end - 365 * DAY, end].map(at =>
    new Date(at).toISOString().slice(0, 10),
  );
  const overview = scope =>
    `${url}/api/dora/v1/overview?scope=${scope}&days=365`;
  // A prime's steps go through teams and sizes alike.
  const asked = Array.from(
    { length: 100 },
    (_, index) => services[(index * 37) % services.length].name,
  );
  const core = services.length / 10;
  return [
    {
      name: 'a service, a year',
      goal: 25,
      urls: asked.map(
        name =>
          `${url}/api/dora/v1/entities/component/default/${name}/metrics?from=${from}&to=${to}`,
      ),
    },
    {
      name: `a domain of ${core} services`,
      goal: 100,
      urls: [overview('domain:default/core')],
    },
    {
      name: `everything, ${services.length} services`,
      goal: 150,
      urls: [overview('everything')],
    },
  ];
}

async function measureViews(bench, token) {
  const views = [];
  for (const view of viewsOf(bench)) {
    const times = await measureLatency({
      urls: view.urls,
      token,
      count: REQUESTS,
    });
    views.push({ ...view, ...times });
  }
  return views;
}

function reportViews(report, [before, after]) {
  for (const [index, view] of after.entries()) {
    reportLatency(report, view, view.name);
    report({
      figure: `${view.name}: first answer`,
      value: round(view.first),
      unit: 'ms',
    });
    const ratio = view.p50 / before[index].p50;
    report({
      figure: `${view.name}: two years of history / one, p50`,
      value: round(ratio),
      unit: 'ratio',
      goal: `<= ${FLAT_GOAL}`,
      meets: ratio <= FLAT_GOAL,
    });
  }
}

function reportLatency(report, { p50, p95, goal }, name) {
  report({ figure: `${name}: p50`, value: round(p50), unit: 'ms' });
  report({
    figure: `${name}: p95`,
    value: round(p95),
    unit: 'ms',
    goal: `<= ${goal}`,
    meets: p95 <= goal,
  });
}

/** The whole company by the API and by SQL, in turns, and whether they say the same. */
async function compareWithSql(bench, token) {
  const { client, report } = bench;
  const { urls } = viewsOf(bench)[2];
  const answer = await fetch(urls[0], {
    headers: { Authorization: `Bearer ${token}` },
  }).then(response => response.json());
  const endsOn = answer.period.to.slice(0, 10);
  const sql = [];
  const api = [];
  let rows;
  for (let round = 0; round < 5; round++) {
    const plain = await askPlainSql(client, endsOn);
    rows = plain.rows;
    sql.push(plain.ms);
    api.push((await measureLatency({ urls, token, count: 20 })).p50);
  }
  report({
    figure: 'everything by SQL',
    value: round(median(sql)),
    unit: 'ms',
  });
  const ratio = median(sql) / median(api);
  report({
    figure: 'everything: SQL / API',
    value: round(ratio),
    unit: 'ratio',
    goal: `>= ${SQL_GOAL}`,
    meets: ratio >= SQL_GOAL,
  });
  const [known, other] = [summaryOfApi(answer), summaryOfSql(rows[0])];
  report({
    figure: 'everything: figures that API and SQL agree about',
    value: known.filter((value, index) => sameFigures(value, other[index]))
      .length,
    unit: 'count',
    goal: `${known.length}, all`,
    meets: known.every((value, index) => sameFigures(value, other[index])),
  });
}

async function measureWhileImporting(bench, token) {
  const { services, end, report } = bench;
  const { text } = linesOf([
    ...blocksOf(services[3], { yearsAgo: 0, end }),
    ...blocksOf(services[3], { yearsAgo: 1, end }),
  ]);
  const body = Buffer.from(text);
  const stopAlone = keepImporting({ ...bench, name: 'alone', body });
  await sleep(IMPORTING_ALONE);
  const alone = await stopAlone();
  report({
    figure: 'import of one service after the other',
    value: Math.round(alone.accepted / alone.seconds),
    unit: 'records/s',
  });
  const stop = keepImporting({ ...bench, name: 'beside', body });
  const views = await measureViews(bench, token);
  const { accepted, seconds } = await stop();
  for (const view of views) {
    reportLatency(report, view, `while imports run: ${view.name}`);
  }
  report({
    figure: 'imported meanwhile',
    value: Math.round(accepted / seconds),
    unit: 'records/s',
  });
}

/** What one more incident and one more release cost in the service with the longest history, and what all of it costs. */
async function measureLateEvents(bench, incidents) {
  const { url, token, client, services, end, report } = bench;
  const [service] = services;
  const entityRef = `component:default/${service.name}`;
  const blocks = [...blocksOf(service, { yearsAgo: 1, end })];
  const late = blocks[Math.floor(blocks.length / 2)];
  await waitUntilDerived(client, { incidents });

  const all = await measureRows(client, async () => {
    await deriveAgain(client, entityRef);
    await waitUntilDerived(client, { incidents });
  });
  const incident = await measureRows(client, async () => {
    const openedAt = late.release.at + 60_000;
    await sendIncidents({
      ...bench,
      incidents: [
        {
          id: 'late',
          entityRef,
          title: 'It was written down late',
          openedAt: new Date(openedAt).toISOString(),
          resolvedAt: new Date(openedAt + 600_000).toISOString(),
          causedBy: late.release.sha,
        },
      ],
    });
    await waitUntilDerived(client, { incidents: incidents + 1 });
  });
  const release = await measureRows(client, async () => {
    await importLines({
      url,
      token,
      entityRef,
      body: `${JSON.stringify({
        type: 'release',
        tag: 'v1.0.0-late',
        sha: late.commits[4].sha,
        releasedAt: new Date(late.release.at - 1000).toISOString(),
      })}\n`,
    });
    await waitUntilDerived(client, { incidents: incidents + 1 });
  });
  for (const [name, { ms, rows }] of [
    ['all of a long history again', all],
    ['a late incident', incident],
    ['a late release', release],
  ]) {
    report({ figure: `${name}: time`, value: round(ms), unit: 'ms' });
    report({
      figure: `${name}: rows written`,
      value: rows,
      unit: 'count',
      ...(all.rows !== rows && {
        goal: '<= 100, what it changes',
        meets: rows <= 100,
      }),
    });
  }
}

async function measureRows(client, work) {
  const before = await rowsWritten(client);
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  return { ms, rows: (await rowsWritten(client)) - before };
}

/** How much the same small work varies: what else happens on the machine makes it more. */
function reportNoise(report, when) {
  const times = Array.from({ length: 200 }, () => {
    const startedAt = performance.now();
    let sum = 0;
    for (let index = 0; index < 2_000_000; index++) {
      sum = (sum + Math.imul(index, index)) | 0;
    }
    return performance.now() - startedAt + sum * 0;
  }).sort((a, b) => a - b);
  report({
    figure: `noise of the machine ${when}: p95 / p50 of the same work`,
    value: round(quantile(times, 0.95) / quantile(times, 0.5)),
    unit: 'ratio',
  });
}

function median(values) {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

function round(value) {
  return Number(value.toFixed(value < 10 ? 2 : 1));
}
