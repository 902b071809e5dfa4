import { createHmac } from 'node:crypto';
import fs from 'node:fs/promises';
import http from 'node:http';

const WARM_UP = 20;
const IMPORTS_AT_ONCE = 2;
const INCIDENTS_PER_DELIVERY = 200;

/** One request on a connection that is kept; fails unless the answer is of the status. */
export function send(url, { agent, method = 'GET', headers, body, status }) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method, headers }, response => {
      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === status) {
          resolve(text);
        } else {
          reject(
            new Error(
              `${url} answered ${response.statusCode}: ${text.slice(0, 2000)}`,
            ),
          );
        }
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/**
 * How long answers take, asked for one after the other.
 *
 * @param {{ urls: string[], token: string, count: number }} options - the addresses take turns.
 * @returns {Promise<{ first: number, p50: number, p95: number }>} Milliseconds; `first` is the very first answer.
 */
export async function measureLatency({ urls, token, count }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { Authorization: `Bearer ${token}` };
  const times = [];
  for (let index = 0; index < WARM_UP + count; index++) {
    const startedAt = performance.now();
    await send(urls[index % urls.length], { agent, headers, status: 200 });
    times.push(performance.now() - startedAt);
  }
  agent.destroy();
  const counted = times.slice(WARM_UP).sort((a, b) => a - b);
  return {
    first: times[0],
    p50: quantile(counted, 0.5),
    p95: quantile(counted, 0.95),
  };
}

/** @param {number[]} ascending */
export function quantile(ascending, fraction) {
  return ascending[
    Math.min(ascending.length - 1, Math.floor(ascending.length * fraction))
  ];
}

/**
 * Imports files of many services, two at a time.
 *
 * @param {{ url: string, token: string, files: { file: string }[] }} options
 * @returns {Promise<{ seconds: number, accepted: number, refused: number }>}
 */
export async function importFiles({ url, token, files }) {
  const waiting = files.values();
  const sum = { accepted: 0, refused: 0 };
  const startedAt = performance.now();
  await inParallel(async agent => {
    for (const { file } of waiting) {
      const body = await fs.readFile(file);
      const result = await importLines({ url, token, agent, body });
      sum.accepted += result.accepted;
      sum.refused += result.duplicate + result.rejected;
    }
  });
  return { ...sum, seconds: (performance.now() - startedAt) / 1000 };
}

/**
 * Imports the same lines for ever new services, whose names begin with `name`, two at a time, until told to end.
 *
 * @returns {() => Promise<{ seconds: number, accepted: number }>} Ends it.
 */
export function keepImporting({ url, token, name, body }) {
  let ended = false;
  let count = 0;
  let accepted = 0;
  const startedAt = performance.now();
  const running = inParallel(async agent => {
    while (!ended) {
      const entityRef = `component:default/${name}-${count++}`;
      const result = await importLines({ url, token, agent, entityRef, body });
      accepted += result.accepted;
    }
  });
  // It is waited for at the end; until then nobody else looks at a failure.
  running.catch(() => undefined);
  return async () => {
    ended = true;
    await running;
    return { accepted, seconds: (performance.now() - startedAt) / 1000 };
  };
}

async function inParallel(work) {
  const agent = new http.Agent({
    keepAlive: true,
    maxSockets: IMPORTS_AT_ONCE,
  });
  try {
    await Promise.all(
      Array.from({ length: IMPORTS_AT_ONCE }, () => work(agent)),
    );
  } finally {
    agent.destroy();
  }
}

/** Imports the lines of one service, or without `entityRef` those of the services that they name. */
export async function importLines({ url, token, agent, entityRef, body }) {
  const query = entityRef ? `?entityRef=${encodeURIComponent(entityRef)}` : '';
  const answer = await send(`${url}/api/dora/v1/import${query}`, {
    agent,
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/x-ndjson',
      'Content-Length': Buffer.byteLength(body),
    },
    body,
    status: 200,
  });
  return JSON.parse(answer);
}

/** Sends incidents to the webhook inbox, many in a delivery. */
export async function sendIncidents({ url, secret, incidents }) {
  for (let at = 0; at < incidents.length; at += INCIDENTS_PER_DELIVERY) {
    const body = JSON.stringify({
      incidents: incidents.slice(at, at + INCIDENTS_PER_DELIVERY),
    });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    await send(`${url}/api/webhooks/v1/generic`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'X-Webhook-Id': `${incidents[at].id} to ${at}`,
        'X-Webhook-Signature': `sha256=${signature}`,
      },
      body,
      status: 202,
    });
  }
}
