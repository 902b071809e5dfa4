import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcess } from './__testUtils__/startProcess';
import { testDatabases } from './__testUtils__/startWebhooks';
import { until } from './__testUtils__/until';

jest.setTimeout(300_000);

const secret = 'outlives-its-process';
const clients = 16;
const kills = 2;

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** What a client was told: the key that it sent, and the id that it was answered with. */
type Answered = { key: string; id: string };

/** Clients that send one delivery after the other, each until it is answered, as senders do. */
function startLoad(url: string) {
  const answered: Answered[] = [];
  const errors: string[] = [];
  let isOver = false;
  async function client(number: number) {
    for (let index = 0; !isOver; index++) {
      const key = `${number}-${index}`;
      while (!(await deliverOnce(key)) && !isOver) {
        await sleep(50);
      }
    }
  }
  async function deliverOnce(key: string): Promise<boolean> {
    try {
      const response = await fetch(`${url}/api/webhooks/v1/generic`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${secret}`,
          'Content-Type': 'application/json',
          'X-Webhook-Id': key,
        },
        body: JSON.stringify({ event: 'deployment', key, x: 'x'.repeat(2000) }),
      });
      if (response.status !== 202) {
        // A backend that starts answers 503.
        errors.push(String(response.status));
        return false;
      }
      // Answered from here on, even if the rest of the answer is lost.
      answered.push({ key, id: '' });
      const place = answered.length - 1;
      const { id } = await response.json();
      answered[place] = { key, id };
      return true;
    } catch {
      errors.push('broken off');
      return false;
    }
  }
  const running = Promise.all(
    Array.from({ length: clients }, (_, number) => client(number)),
  );
  return {
    answered,
    errors,
    async stop() {
      isOver = true;
      await running;
    },
  };
}

async function readSeen(directory: string) {
  const text = await fs.readFile(path.join(directory, 'seen'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map(line => {
      const [pid, id, key] = line.split(' ');
      return { pid, id: Number(id), key };
    });
}

async function expectNothingLost(
  knex: Knex,
  answered: Answered[],
  directory: string,
) {
  const { rows } = await knex.raw(
    'SELECT id, delivery_key FROM webhooks.deliveries ORDER BY id',
  );
  const keys = new Map<string, string>(
    rows.map((row: { id: string; delivery_key: string }) => [
      row.delivery_key,
      row.id,
    ]),
  );
  // Once, and under the id that was answered.
  expect(keys.size).toBe(rows.length);
  for (const { key, id } of answered) {
    expect(keys.has(key)).toBe(true);
    if (id !== '') {
      expect(keys.get(key)).toBe(id);
    }
  }

  const ids: number[] = rows.map((row: { id: string }) => Number(row.id));
  await until(async () => {
    const seen = new Set((await readSeen(directory)).map(({ id }) => id));
    return seen.size >= ids.length;
  });
  const seen = await readSeen(directory);
  // Each at least once: the first sight of each is in the order of the inbox, over all processes.
  expect([...new Set(seen.map(({ id }) => id))]).toEqual(ids);
  // A process never goes back, so that only what was at work at a kill comes twice.
  const runs = new Map<string, number[]>();
  for (const { pid, id } of seen) {
    runs.set(pid, [...(runs.get(pid) ?? []), id]);
  }
  expect(runs.size).toBe(kills + 1);
  for (const run of runs.values()) {
    expect(run).toEqual([...new Set(run)].sort((a, b) => a - b));
  }
  const { rows: failures } = await knex.raw('SELECT FROM webhooks.failures');
  expect(failures).toEqual([]);
}

describe('a backend that is killed under load', () => {
  it('has every delivery that it answered, once, and hands each over in order', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'webhooks-'));
    const { connection } = knex.client.config;
    const options = {
      port: await freePort(),
      directory,
      // The password is hidden from whoever copies the whole.
      connection: { ...connection, password: connection.password },
      secret,
    };
    let backend = await startProcess(options);
    const load = startLoad(backend.url);
    for (let kill = 0; kill < kills; kill++) {
      const before = load.answered.length;
      await until(() => load.answered.length > before + 500, 60_000);
      await backend.kill();
      backend = await startProcess(options);
    }
    const before = load.answered.length;
    await until(() => load.answered.length > before + 500, 60_000);
    await load.stop();
    // The kills came in the middle of requests.
    expect(load.errors).toContain('broken off');
    await expectNothingLost(knex, load.answered, directory);
    await backend.kill();
    await fs.rm(directory, { recursive: true });
  });
});
