import { call } from '../__testUtils__/call';
import { collector } from '../__testUtils__/collector';
import { deliver } from '../__testUtils__/deliver';
import { startWebhooks } from '../__testUtils__/startWebhooks';
import { until } from '../__testUtils__/until';
import { RetentionService } from './RetentionService';

jest.setTimeout(60_000);

const days = 24 * 60 * 60 * 1000;

describe('RetentionService', () => {
  it('deletes what is old, but nothing that is unread, fails or is dead', async () => {
    const { feature, got } = collector({
      async handle(delivery) {
        if (delivery.body.includes('bad')) {
          throw new Error('bad');
        }
      },
    });
    const backend = await startWebhooks({
      features: [feature],
      webhooks: { retry: { maxTries: 1 }, catalog: { refresh: false } },
    });
    const { knex } = backend;
    for (const id of ['old', 'old bad', 'new']) {
      await deliver(backend.server, { id, body: { id } });
    }
    await until(() => got.length === 3);
    await until(async () => (await knex('failures')).length === 1);
    await until(async () => {
      const [{ cursor }] = await knex('consumers');
      return cursor === got[2].id;
    });
    await backend.stop();

    const reader = await startWebhooks({
      knex,
      webhooks: { catalog: { refresh: false } },
    });
    await deliver(reader.server, { id: 'unread', body: {} });
    // More than one batch of them.
    await knex.raw(
      `INSERT INTO deliveries (sender, delivery_key, event, headers, body)
       SELECT 'gitlab', number::text, 'push', '{}', '{}' FROM generate_series(1, 2500) AS number`,
    );
    await knex('consumers').insert({
      name: 'slow',
      senders: ['gitlab'],
      cursor: knex('deliveries').max('id'),
      lease_until: knex.fn.now(),
      last_seen_at: knex.fn.now(),
    });
    await knex.raw(
      `UPDATE deliveries SET received_at = received_at - interval '100 days' WHERE delivery_key <> 'new'`,
    );
    const retention = RetentionService.create({
      client: knex,
      retention: 90 * days,
    });
    async function keys() {
      const rows = await knex('deliveries').where({ sender: 'github' });
      return rows.map(row => row.delivery_key).sort();
    }
    expect(await retention.run()).toBe(1);
    expect(await keys()).toEqual(['new', 'old bad', 'unread']);

    // A consumer that is no more holds everything up until it is removed.
    const path = '/v1/consumers/collector';
    expect((await call(reader.server, 'DELETE', path)).status).toBe(204);
    expect(await retention.run(AbortSignal.abort())).toBe(0);
    expect(await retention.run()).toBe(2502);
    expect(await keys()).toEqual(['new']);

    // What is deleted and sent once more is new.
    const again = await deliver(reader.server, { id: 'old', body: {} });
    expect(again.body.duplicate).toBe(false);
    await reader.stop();
  });
});
