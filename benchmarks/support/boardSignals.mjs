import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './metricsRequests.mjs';

const CHANNEL = 'service-health';
const CONNECT_LIMIT_MS = 60_000;
const SIGNAL_LIMIT_MS = 30_000;
const AT_ONCE = 25;
const MINUTE = 60_000;

/**
 * Opens as many boards as far as the server is concerned, makes one service go down, and takes the time from the request that
 * says so until each has the signal.
 *
 * @returns {Promise<{ reached: number, ms: number }>} how many got it, and when the last one did
 */
export async function measureSignals({ url, token, member, boards }) {
  const sockets = [];
  try {
    while (sockets.length < boards) {
      const next = Math.min(AT_ONCE, boards - sockets.length);
      // The first connection makes the server listen, so that it may be refused itself.
      sockets.push(
        ...(await Promise.all(
          Array.from({ length: sockets.length === 0 ? 1 : next }, () =>
            connect(url, member),
          ),
        )),
      );
    }
    // What was connected is subscribed once the server has read it.
    await sleep(1000);
    const times = sockets.map(nextSignal);
    const startedAt = performance.now();
    await goDown(url, token);
    const arrived = (await Promise.all(times)).filter(Boolean);
    return {
      reached: arrived.length,
      ms: Math.max(...arrived) - startedAt,
    };
  } finally {
    sockets.forEach(socket => socket.close());
  }
}

async function connect(url, member) {
  const limit = Date.now() + CONNECT_LIMIT_MS;
  for (;;) {
    try {
      return await new Promise((resolve, reject) => {
        const socket = new WebSocket(
          `${url.replace(/^http/, 'ws')}/api/signals`,
          member,
        );
        socket.onopen = () => {
          socket.send(
            JSON.stringify({ action: 'subscribe', channel: CHANNEL }),
          );
          resolve(socket);
        };
        socket.onerror = () => reject(new Error('It was refused'));
      });
    } catch (error) {
      if (Date.now() > limit) {
        throw new Error(`No signals at ${url}: ${error.message}`);
      }
      await sleep(250);
    }
  }
}

/** When the next signal of the channel comes; undefined where it does not in time. */
function nextSignal(socket) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, SIGNAL_LIMIT_MS);
    socket.onmessage = ({ data }) => {
      if (JSON.parse(data).channel === CHANNEL) {
        clearTimeout(timer);
        resolve(performance.now());
      }
    };
  });
}

/** A state is believed when two of the last three results agree, so that one request has three minutes of it. */
async function goDown(url, token) {
  const items = [3, 2, 1].map(ago => ({
    entityRef: 'component:default/booking-service',
    environment: 'PROD1',
    name: 'Benchmark',
    at: new Date(Date.now() - ago * MINUTE).toISOString(),
    state: 'down',
    reason: 'The benchmark says so',
  }));
  await ask(`${url}/api/service-health/v1/checks`, token, 'POST', { items });
}
