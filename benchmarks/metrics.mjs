import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startMetricsPortal } from './support/metricsPortal.mjs';
import {
  ask,
  createPublisher,
  metricIds,
  nameOf,
  waitForMember,
} from './support/metricsRequests.mjs';

const DAY = 86_400_000;
const ENTITIES = 5000;
const LATEST_GOAL_MS = 150;
const SERIES_GOAL_MS = 25;
const TILES = 24;
const BOARD_GOAL_MS = 250;
const PUBLISH_GOAL_S = 3;

/**
 * The metric store at the size of a company: 5,000 entities with five metrics, each with parts and three windows. How fast a day
 * is published, and how fast a member gets the latest value of everything, beside plain SQL that reads the same rows, a
 * year of one entity, and all tiles of a board. 14
 * days of history by default, 90 with `--full`.
 */
export async function run({ full, report }) {
  const days = full ? 90 : 14;
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-bench-'));
  await fs.chmod(directory, 0o755);
  const portal = await startMetricsPortal(directory);
  const client = new pg.Client(portal.database.connection);
  try {
    await client.connect();
    const publish = createPublisher({ ...portal, entities: ENTITIES });
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
    const token = await waitForMember(portal.url);
    const requests = full ? 100 : 40;
    const { url } = portal;
    await reportLatest({ client, url, token, report, requests });
    await reportSeries({ url, token, report });
    await reportBoard({ url, token, report });
  } finally {
    await client.end();
    await portal.stop();
    await fs.rm(directory, { recursive: true, force: true });
  }
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
async function reportLatest({ client, url, token, report, requests }) {
  const entityRefs = Array.from({ length: ENTITIES }, (_, index) =>
    nameOf(index),
  );
  const body = { metricIds, entityRefs };
  const api = [];
  const sql = [];
  // The first ones warm both up.
  for (let turn = -5; turn < requests; turn++) {
    const [apiMs, answer] = await timed(() =>
      ask(`${url}/api/metrics/v1/query/latest`, token, 'POST', body),
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

/** A year by days of one entity after another: one metric, and all of them at once. */
async function reportSeries({ url, token, report }) {
  const dayOf = ago =>
    new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
  const measure = async metricsAt => {
    const times = [];
    for (let turn = -20; turn < 100; turn++) {
      const body = {
        metricIds: metricsAt(turn + 20),
        entityRefs: [nameOf(turn + 20)],
        from: dayOf(365),
        to: dayOf(0),
      };
      const [ms] = await timed(() =>
        ask(`${url}/api/metrics/v1/query/series`, token, 'POST', body),
      );
      if (turn >= 0) {
        times.push(ms);
      }
    }
    return quantile(times, 0.95);
  };
  const one = await measure(turn => [metricIds[turn % metricIds.length]]);
  report({
    figure: 'a year of one entity and metric by days, for a member, p95',
    value: round(one),
    unit: 'ms',
    goal: `<= ${SERIES_GOAL_MS}`,
    meets: one <= SERIES_GOAL_MS,
  });
  report({
    figure: 'the same of five metrics in one request, p95',
    value: round(await measure(() => metricIds)),
    unit: 'ms',
  });
}

/** What a board of tiles asks in one request: of each figure its value, the one before and thirteen weeks. */
async function reportBoard({ url, token, report }) {
  const from = new Date(Date.now() - 91 * DAY).toISOString().slice(0, 10);
  const to = new Date().toISOString().slice(0, 10);
  const times = [];
  for (let turn = -20; turn < 100; turn++) {
    const questions = Array.from({ length: TILES }, (_, tile) => {
      const subject = {
        metricIds: [metricIds[tile % metricIds.length]],
        entityRefs: [nameOf((turn + 20) * TILES + tile)],
        window: 90,
      };
      return [
        { latest: { ...subject, previous: true } },
        { series: { ...subject, from, to, bucket: 'week' } },
      ];
    });
    const body = { questions: questions.flat() };
    const [ms, { answers }] = await timed(() =>
      ask(`${url}/api/metrics/v1/query/batch`, token, 'POST', body),
    );
    const failed = answers.find(({ error }) => error);
    if (failed) {
      throw new Error(`A tile got no answer: ${failed.error.message}`);
    }
    if (turn >= 0) {
      times.push(ms);
    }
  }
  const p95 = quantile(times, 0.95);
  report({
    figure: `a board of ${TILES} tiles in one request, for a member, p95`,
    value: round(p95),
    unit: 'ms',
    goal: `<= ${BOARD_GOAL_MS}`,
    meets: p95 <= BOARD_GOAL_MS,
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
