import { fork } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { repositoryRoot } from '../scripts/support/paths.mjs';
import { findFreePort } from '../scripts/support/processes.mjs';
import { startScratchPortal } from '../scripts/testing/scratchPortal.mjs';

const GOAL = 0.5;
const CONCURRENCY = 64;
// That of a plugin of the portal, in app-config.yaml.
const POOL_SIZE = 5;
const WARM_UP_MS = 4_000;
const SECRET = randomBytes(24).toString('base64url');

/**
 * The rate at which the webhook inbox takes deliveries, signed and durable, against a bare Express route that does one
 * INSERT into an equal table of the same PostgreSQL: the same client, payload and concurrency, in rounds that alternate.
 * Six rounds of five seconds each by default, 20 of ten seconds with `--full`.
 */
export async function run({ full, report }) {
  const rounds = full ? 20 : 6;
  const roundMs = full ? 10_000 : 5_000;
  const portal = await startScratchPortal({
    env: {
      APP_CONFIG_portal_demo: 'false',
      APP_CONFIG_webhooks_senders_generic_secrets: JSON.stringify([SECRET]),
    },
    quiet: true,
  });
  const database = await connectionOf(portal);
  const client = new pg.Client(database);
  let bare;
  try {
    bare = await startBareExpress(database);
    await client.connect();
    const inbox = {
      url: `http://127.0.0.1:${portal.port}/api/webhooks/v1/generic`,
      table: 'webhooks.deliveries',
      answered: 0,
      rates: [],
    };
    const express = {
      url: bare.url,
      table: 'bare_express.deliveries',
      answered: 0,
      rates: [],
    };
    for (const target of [inbox, express]) {
      await sendFor(target, WARM_UP_MS);
    }
    for (let round = 0; round < rounds; round++) {
      // Who begins alternates, too.
      for (const target of round % 2 ? [express, inbox] : [inbox, express]) {
        target.rates.push(await sendFor(target, roundMs));
      }
    }
    const ratio = median(
      inbox.rates.map((rate, index) => rate / express.rates[index]),
    );
    report({
      figure: 'inbox, verified and durable',
      value: Math.round(median(inbox.rates)),
      unit: 'deliveries/s',
    });
    report({
      figure: 'bare Express route with one INSERT',
      value: Math.round(median(express.rates)),
      unit: 'requests/s',
    });
    report({
      figure: `inbox / bare route, median of ${rounds} pairs of rounds`,
      value: Number(ratio.toFixed(2)),
      unit: 'ratio',
      goal: `>= ${GOAL}`,
      meets: ratio >= GOAL,
    });
    for (const { table, answered } of [inbox, express]) {
      const { rows } = await client.query(
        `SELECT count(*)::integer AS count FROM ${table}`,
      );
      report({
        figure: `rows of ${table}`,
        value: rows[0].count,
        unit: 'count',
        goal: `${answered}, one for each answer`,
        meets: rows[0].count === answered,
      });
    }
  } finally {
    await client.end().catch(() => undefined);
    await bare?.stop();
    await portal.stop();
  }
}

// A deployment as a tool reports it, about 2 KiB.
const body = JSON.stringify({
  event: 'deployment',
  service: 'component:default/benchmark',
  environment: 'production',
  status: 'success',
  commits: Array.from({ length: 20 }, (_, index) => ({
    sha: index.toString(16).padStart(40, '0'),
    message: `Change ${index} of the things that this deployment brings`,
  })),
});

const headers = {
  'Content-Type': 'application/json',
  'Content-Length': Buffer.byteLength(body),
  'X-Webhook-Signature': `sha256=${createHmac('sha256', SECRET)
    .update(body)
    .digest('hex')}`,
};

let lastDelivery = 0;

/** Keeps requests going for a time, and says how many were answered a second. */
async function sendFor(target, milliseconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const startedAt = performance.now();
  const end = startedAt + milliseconds;
  let count = 0;
  async function keepSending() {
    while (performance.now() < end) {
      await post(target.url, agent);
      count += 1;
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, keepSending));
  agent.destroy();
  target.answered += count;
  return count / ((performance.now() - startedAt) / 1000);
}

function post(url, agent) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        agent,
        method: 'POST',
        headers: { ...headers, 'X-Webhook-Id': `bench-${lastDelivery++}` },
      },
      response => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 202
            ? resolve()
            : reject(new Error(`${url} answered ${response.statusCode}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function connectionOf(portal) {
  const file = path.join(portal.dataDirectory, 'app-config.runtime.yaml');
  return parse(await fs.readFile(file, 'utf8')).backend.database.connection;
}

async function startBareExpress(connection) {
  const port = await findFreePort();
  const child = fork(
    path.join(repositoryRoot, 'benchmarks/support/bareExpress.mjs'),
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BARE_EXPRESS_OPTIONS: JSON.stringify({
          port,
          connection,
          poolSize: POOL_SIZE,
        }),
      },
    },
  );
  const exited = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`The bare Express route ended with ${code}`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
