import { call } from './__testUtils__/call';
import { collector } from './__testUtils__/collector';
import { deliver } from './__testUtils__/deliver';
import { startWebhooks } from './__testUtils__/startWebhooks';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

type Backend = Awaited<ReturnType<typeof startWebhooks>>;

async function consumerOf(backend: Backend, name: string) {
  const { body } = await call(backend.server, 'GET', '/v1/consumers');
  return body.items.find((item: { name: string }) => item.name === name);
}

function indexOf(delivery: { body: string }) {
  return JSON.parse(delivery.body).index;
}

describe('what a consumer fails on', () => {
  it('is tried again later and later, while others go on', async () => {
    const { feature, got } = collector({
      async handle(delivery) {
        const tries = got.filter(({ id }) => id === delivery.id).length;
        if (indexOf(delivery) === 1 && tries < 4) {
          throw new Error(`Try ${tries} failed`);
        }
      },
    });
    const backend = await startWebhooks({
      features: [feature],
      webhooks: {
        retry: {
          initialDelay: { milliseconds: 200 },
          maxDelay: { milliseconds: 500 },
        },
      },
    });
    for (let index = 0; index < 4; index++) {
      await deliver(backend.server, { body: { index } });
    }
    await until(() => got.length === 4);
    expect(got.map(indexOf)).toEqual([0, 1, 2, 3]);
    await until(async () => {
      const { retrying } = await consumerOf(backend, 'collector');
      return retrying === 1;
    });
    await until(() => got.length === 7);
    const times = got.filter(item => indexOf(item) === 1).map(({ at }) => at);
    const waits = times.slice(1).map((at, index) => at - times[index]);
    // Twice as long each time, up to the longest.
    for (const [index, least] of [200, 400, 500].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least - 20);
      expect(waits[index]).toBeLessThan(least + 1500);
    }
    await until(async () => (await backend.knex('failures')).length === 0);
    expect(await consumerOf(backend, 'collector')).toMatchObject({
      active: true,
      senders: ['github', 'generic'],
      cursor: got[3].id,
      lag: 0,
      retrying: 0,
      deadLetters: 0,
    });
    await backend.stop();
  });

  it('ends as a dead letter, which is listed, kept and replayed', async () => {
    let isBroken = true;
    const { feature, got } = collector({
      async handle(delivery) {
        if (isBroken && indexOf(delivery) !== 'fine') {
          throw new Error(`No such environment: ${indexOf(delivery)}\u0000`);
        }
      },
    });
    const backend = await startWebhooks({
      features: [feature],
      webhooks: {
        retry: { initialDelay: { milliseconds: 20 }, maxTries: 3 },
      },
    });
    for (const index of ['a', 'b', 'c', 'fine']) {
      await deliver(backend.server, { id: index, body: { index } });
    }
    await until(async () => {
      const { deadLetters } = await consumerOf(backend, 'collector');
      return deadLetters === 3;
    });
    expect(got).toHaveLength(10);

    async function page(query: string) {
      const path = `/v1/dead-letters?${query}`;
      return call(backend.server, 'GET', path);
    }
    const first = await page('consumer=collector&limit=2');
    const rest = await page(`limit=2&cursor=${first.body.nextCursor}`);
    expect(rest.body.nextCursor).toBeUndefined();
    const letters = [...first.body.items, ...rest.body.items];
    // Newest first, by when they first failed.
    expect(letters).toEqual(
      ['c', 'b', 'a'].map(index => ({
        id: expect.any(String),
        consumer: 'collector',
        deliveryId: got.find(item => item.deliveryKey === index)!.id,
        sender: 'github',
        event: 'push',
        deliveryKey: index,
        receivedAt: expect.any(String),
        failedAt: expect.any(String),
        attempts: 3,
        error: `Error: No such environment: ${index} `,
      })),
    );
    // What it was, with the headers that are kept and no signature.
    const delivery = await call(
      backend.server,
      'GET',
      `/v1/deliveries/${letters[0].deliveryId}`,
    );
    expect(delivery.body).toMatchObject({
      id: letters[0].deliveryId,
      sender: 'github',
      event: 'push',
      deliveryKey: 'c',
      body: '{"index":"c"}',
    });
    expect(delivery.body.headers).toHaveProperty('x-github-event', 'push');
    expect(JSON.stringify(delivery.body)).not.toMatch(/signature/i);

    expect((await page('consumer=nobody')).body).toEqual({ items: [] });
    const wrong = await page('cursor=abc');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toMatch(/cursor: this is no cursor/);
    expect((await page('limit=0')).status).toBe(400);

    // Not before the cause is mended: it fails as often as it may once more.
    const [c, b] = letters;
    function replay(id: string) {
      return call(backend.server, 'POST', `/v1/dead-letters/${id}/replay`, {});
    }
    expect((await replay(c.id)).status).toBe(200);
    await until(() => got.length === 13);
    await until(async () => (await page('limit=1')).body.items[0]?.id === c.id);

    isBroken = false;
    expect((await replay(b.id)).body).toMatchObject({ deliveryKey: 'b' });
    await until(() => got.length === 14);
    expect(indexOf(got[13])).toBe('b');
    await until(async () => (await page('')).body.items.length === 2);
    const again = await replay(b.id);
    expect(again.status).toBe(404);
    expect(again.body.error.message).toMatch(/replayed already/);
    expect((await replay('x')).status).toBe(400);
    await backend.stop();
  });

  it('is also what takes too long', async () => {
    const { feature, got } = collector({
      timeout: 100,
      handle: () => new Promise(() => {}),
    });
    const backend = await startWebhooks({
      features: [feature],
      webhooks: { retry: { maxTries: 1 } },
    });
    await deliver(backend.server);
    await deliver(backend.server);
    await until(async () => {
      const { deadLetters } = await consumerOf(backend, 'collector');
      return deadLetters === 2;
    });
    expect(got).toHaveLength(2);
    const { error } = await backend.knex('failures').first();
    expect(error).toMatch(/longer than 100 ms/);
    await backend.stop();
  });

  it('comes again with everything else after a rewind, and goes with the consumer', async () => {
    const { feature, got } = collector({
      async handle(delivery) {
        if (indexOf(delivery) === 3) {
          throw new Error('never');
        }
      },
    });
    const backend = await startWebhooks({
      features: [feature],
      webhooks: { retry: { maxTries: 1 } },
    });
    for (let index = 0; index < 5; index++) {
      await deliver(backend.server, { body: { index } });
      // Receipts differ by a millisecond at least.
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await until(() => got.length === 5);
    await until(async () => (await backend.knex('failures')).length === 1);
    function rewind(to: string, name: string = 'collector') {
      const path = `/v1/consumers/${name}/rewind`;
      return call(backend.server, 'POST', path, { to });
    }
    const place = await rewind(got[2].receivedAt);
    expect(place).toMatchObject({
      status: 200,
      body: { cursor: String(Number(got[2].id) - 1) },
    });
    await until(() => got.length === 8);
    expect(got.slice(5).map(indexOf)).toEqual([2, 3, 4]);
    await until(async () => (await backend.knex('failures')).length === 1);

    // It never skips.
    const cursor = got[4].id;
    expect((await rewind('2099-01-01T00:00:00Z')).body).toEqual({ cursor });
    expect((await rewind(got[0].receivedAt)).status).toBe(200);
    await until(() => got.length === 13);
    const wrong = await rewind('yesterday');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toMatch(/to: found "yesterday"/);
    expect((await rewind(got[0].receivedAt, 'nobody')).status).toBe(404);

    await until(async () => (await backend.knex('failures')).length === 1);
    const path = '/v1/consumers/collector';
    expect((await call(backend.server, 'DELETE', path)).status).toBe(204);
    expect(await backend.knex('failures')).toEqual([]);
    await backend.stop();
    const nobody = await startWebhooks({ knex: backend.knex });
    await call(nobody.server, 'DELETE', path);
    expect((await call(nobody.server, 'DELETE', path)).status).toBe(404);
    await nobody.stop();
  });
});
