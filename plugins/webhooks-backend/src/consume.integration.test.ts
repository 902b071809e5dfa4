import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { call } from './__testUtils__/call';
import { collector } from './__testUtils__/collector';
import { deliver } from './__testUtils__/deliver';
import { startWebhooks } from './__testUtils__/startWebhooks';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

function bodiesOf(got: { body: string }[]) {
  return got.map(({ body }) => JSON.parse(body).index);
}

describe('consumers', () => {
  it('get deliveries at once, in order, in another plugin', async () => {
    const { feature, got } = collector();
    const backend = await startWebhooks({ features: [feature] });
    await deliver(backend.server);
    await until(() => got.length === 1);
    const delays: number[] = [];
    for (let index = 0; index < 10; index++) {
      const response = await deliver(backend.server, { body: { index } });
      const answeredAt = Date.now();
      await until(() => got.length === index + 2);
      expect(got[index + 1]).toMatchObject({
        id: response.body.id,
        body: JSON.stringify({ index }),
      });
      delays.push(got[index + 1].at - answeredAt);
    }
    const median = delays.sort((a, b) => a - b)[5];
    expect(median).toBeLessThan(200);

    await Promise.all(
      Array.from({ length: 300 }, () => deliver(backend.server)),
    );
    await until(() => got.length === 311);
    const ids = got.map(delivery => Number(delivery.id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    await backend.stop();
  });

  it('go on reading from where the backend stopped', async () => {
    const first = collector();
    const before = await startWebhooks({ features: [first.feature] });
    await deliver(before.server, { body: { index: 0 } });
    await until(() => first.got.length === 1);
    await before.stop();

    const second = collector();
    const { knex } = before;
    // What was dealt with is known, and the next one need not wait for the lease to run out.
    expect(await knex('consumers').where({ name: 'collector' })).toMatchObject([
      { cursor: first.got[0].id, instance: null },
    ]);
    const alone = await startWebhooks({ knex });
    await deliver(alone.server, { body: { index: 1 } });
    await alone.stop();
    const after = await startWebhooks({ knex, features: [second.feature] });
    await deliver(after.server, { body: { index: 2 } });
    await until(() => second.got.length === 2);
    expect(bodiesOf(second.got)).toEqual([1, 2]);
    await after.stop();
  });

  it('take over from each other, and none reads beside another', async () => {
    const [one, two] = [collector(), collector()];
    const first = await startWebhooks({ features: [one.feature] });
    await deliver(first.server, { body: { index: 0 } });
    await until(() => one.got.length === 1);
    const { knex } = first;
    const second = await startWebhooks({ knex, features: [two.feature] });
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        deliver(index % 2 ? first.server : second.server),
      ),
    );
    await until(() => one.got.length === 51);
    expect(two.got).toEqual([]);

    // What the other instance received wakes this one: no wait for a poll.
    const sentAt = Date.now();
    await deliver(second.server);
    await until(() => one.got.length === 52);
    expect(one.got[51].at - sentAt).toBeLessThan(1000);

    await first.stop();
    await deliver(second.server, { body: { index: 'after' } });
    await until(() => two.got.length === 1);
    expect(bodiesOf(two.got)).toEqual(['after']);
    await second.stop();
  });

  it('lose the lease when they show no sign of life, and what they report then', async () => {
    const backend = await startWebhooks({
      webhooks: { leaseDuration: { milliseconds: 500 } },
    });
    const { body: receipt } = await deliver(backend.server);
    async function claim(instance: string, wait: number = 0) {
      const answer = await call(
        backend.server,
        'POST',
        '/v1/consumers/raw/claim',
        { instance, senders: ['github'], limit: 10, wait },
      );
      expect(answer.status).toBe(200);
      return answer.body;
    }
    function report(instance: string, rest: object = {}) {
      return call(backend.server, 'POST', '/v1/consumers/raw/results', {
        instance,
        generation: 0,
        results: [],
        ...rest,
      });
    }
    const [item] = (await claim('a')).items;
    expect(item).toMatchObject({ id: receipt.id, sender: 'github' });
    expect(await claim('b')).toMatchObject({ held: false, items: [] });
    // Reports renew it.
    for (let index = 0; index < 5; index++) {
      await sleep(200);
      expect((await report('a')).status).toBe(204);
    }
    expect((await claim('b')).held).toBe(false);
    await until(async () => (await claim('b')).held);
    // Handed over again, since the first never said what became of it.
    expect((await claim('b')).items).toEqual([item]);
    const late = await report('a', { upTo: receipt.id });
    expect(late.status).toBe(409);
    expect(late.body.error.message).toMatch(/claim again/);
    expect((await report('b', { generation: 1 })).status).toBe(409);
    expect((await report('b', { upTo: receipt.id })).status).toBe(204);
    expect((await claim('b')).items).toEqual([]);
    // A claim that still waits does not bring a lease back that was released.
    const waiting = claim('b', 5000);
    await sleep(100);
    const release = { instance: 'b' };
    await call(backend.server, 'POST', '/v1/consumers/raw/release', release);
    await sleep(300);
    expect((await claim('a')).held).toBe(true);
    expect(await waiting).toMatchObject({ held: false, items: [] });
    await backend.stop();
  });

  it('get what is large in several pages, and what is rare without a scan', async () => {
    const { feature, got } = collector({ consumer: 'large' });
    const backend = await startWebhooks();
    const text = 'x'.repeat(3 * 1024 * 1024);
    for (let index = 0; index < 5; index++) {
      await deliver(backend.server, { body: { index, text } });
    }
    const claim = await call(
      backend.server,
      'POST',
      '/v1/consumers/pages/claim',
      { instance: 'a', senders: ['github'], limit: 100, wait: 0 },
    );
    expect(bodiesOf(claim.body.items)).toEqual([0, 1]);
    expect(claim.body.upTo).toBe(claim.body.items[1].id);

    // Many of a sender that nobody reads, and one behind them.
    await backend.knex.raw(
      `INSERT INTO deliveries (sender, delivery_key, event, headers, body)
       SELECT 'gitlab', number::text, 'push', '{}', '{}' FROM generate_series(1, 100000) AS number`,
    );
    await deliver(backend.server, { body: { index: 5 } });
    const { knex } = backend;
    await backend.stop();
    const startedAt = Date.now();
    const reading = await startWebhooks({ knex, features: [feature] });
    await until(() => got.length === 6);
    expect(bodiesOf(got)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(got[5].at - startedAt).toBeLessThan(8000);
    await reading.stop();
  });

  it('get a delivery again that they were stopped in the middle of, without a failure', async () => {
    const seen: boolean[] = [];
    const { feature, got } = collector({
      handle: (_delivery, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            seen.push(signal.aborted);
            reject(signal.reason);
          });
        }),
    });
    const stopped = await startWebhooks({ features: [feature] });
    const id = randomUUID();
    await deliver(stopped.server, { id });
    await until(() => got.length === 1);
    await stopped.stop();
    expect(seen).toEqual([true]);
    const { knex } = stopped;
    expect(await knex('failures')).toEqual([]);
    const second = collector();
    const next = await startWebhooks({ knex, features: [second.feature] });
    await until(() => second.got.length === 1);
    expect(second.got[0].deliveryKey).toBe(id);
    await next.stop();
  });
});
