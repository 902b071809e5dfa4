import examples from '@octokit/webhooks-examples';
import { randomUUID } from 'node:crypto';
import { deliver } from './__testUtils__/deliver';
import { send } from './__testUtils__/send';
import { sign } from './__testUtils__/sign';
import { startWebhooks } from './__testUtils__/startWebhooks';

jest.setTimeout(120_000);

describe('the recorded payloads of GitHub', () => {
  const payloads = examples.flatMap(({ name, examples: bodies }) =>
    bodies.map(body => ({ name, text: JSON.stringify(body) })),
  );

  it('are all accepted, as JSON and as forms', async () => {
    const backend = await startWebhooks();
    expect(payloads.length).toBeGreaterThan(300);
    for (const { name, text } of payloads) {
      const asJson = await deliver(backend.server, { event: name, body: text });
      expect([name, asJson.status]).toEqual([name, 202]);
      expect(asJson.body.duplicate).toBe(false);

      const form = new URLSearchParams({ payload: text }).toString();
      const asForm = await send(backend.server, '/v1/github', {
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-GitHub-Event': name,
          'X-GitHub-Delivery': randomUUID(),
          'X-Hub-Signature-256': sign(form),
        },
        body: form,
      });
      expect([name, asForm.status]).toEqual([name, 202]);
      const rows = await backend
        .knex('deliveries')
        .whereIn('id', [asJson.body.id, asForm.body.id]);
      expect(rows).toHaveLength(2);
      for (const row of rows) {
        expect(row).toMatchObject({ event: name, body: text });
      }
    }
    const senders = await send(backend.server, '/v1/senders', {
      method: 'GET',
    });
    const outcomes = senders.body.items
      .flatMap((item: { counts: object[] }) => item.counts)
      .map((row: { outcome: string }) => row.outcome);
    expect([...new Set(outcomes)]).toEqual(['accepted']);
    await backend.stop();
  });
});
