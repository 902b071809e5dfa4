import { mockCredentials } from '@backstage/backend-test-utils';
import { deliver } from './__testUtils__/deliver';
import { send } from './__testUtils__/send';
import { sign } from './__testUtils__/sign';
import { secret, startWebhooks } from './__testUtils__/startWebhooks';

jest.setTimeout(120_000);

describe('the inbox', () => {
  let backend: Awaited<ReturnType<typeof startWebhooks>>;

  beforeAll(async () => {
    backend = await startWebhooks();
  });
  afterAll(() => backend.stop());

  async function post(
    headers: Record<string, string>,
    body: string | Buffer<ArrayBuffer>,
  ) {
    return send(backend.server, '/v1/github', {
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  }

  async function rowOf(id: string) {
    return backend.knex('deliveries').where({ id }).first();
  }

  it('writes what is signed, as it came and without secrets', async () => {
    const body = `{"ref" : "refs/heads/main","head_commit":{"timestamp":"2026-02-03T04:05:06+01:00"}}`;
    const response = await deliver(backend.server, {
      id: 'one',
      body,
      headers: { Authorization: 'Bearer not-to-be-kept', 'X-Other': 'x' },
    });
    expect(response.status).toBe(202);
    expect(response.body).toEqual({
      id: expect.stringMatching(/^\d+$/),
      duplicate: false,
    });
    const row = await rowOf(response.body.id);
    expect(row).toMatchObject({
      sender: 'github',
      event: 'push',
      delivery_key: 'one',
      body,
      headers: {
        'content-type': 'application/json',
        'x-github-delivery': 'one',
        'x-github-event': 'push',
      },
    });
    expect(row.occurred_at.toISOString()).toBe('2026-02-03T03:05:06.000Z');
    expect(Math.abs(Date.now() - row.received_at)).toBeLessThan(60_000);
    const text = JSON.stringify(row);
    expect(text).not.toContain('not-to-be-kept');
    expect(text).not.toContain('sha256=');

    const again = await deliver(backend.server, { id: 'one', body: {} });
    expect(again.status).toBe(202);
    expect(again.body).toEqual({ id: response.body.id, duplicate: true });
    expect(await rowOf(response.body.id)).toEqual(row);
  });

  it('accepts each of several secrets, and nothing else', async () => {
    const body = '{"rotated":true}';
    for (const key of ['an-older-one', secret]) {
      const response = await post(
        {
          'X-Hub-Signature-256': sign(body, key),
          'X-GitHub-Delivery': `by ${key}`,
        },
        body,
      );
      expect(response.status).toBe(202);
    }
    const wrong: Record<string, string>[] = [
      {},
      { 'X-Hub-Signature-256': '' },
      { 'X-Hub-Signature-256': 'sha256=' },
      { 'X-Hub-Signature-256': sign(body, 'something-else') },
      { 'X-Hub-Signature-256': sign(body, '') },
      { 'X-Hub-Signature-256': sign(`${body} `) },
      { 'X-Hub-Signature': sign(body) },
      { Authorization: `Bearer ${secret}` },
    ];
    for (const headers of wrong) {
      const response = await post(
        { 'X-GitHub-Delivery': 'wrong', ...headers },
        body,
      );
      expect(response.status).toBe(401);
      expect(response.body.error.message).toMatch(/signature/i);
    }
    expect(
      await backend.knex('deliveries').where({ delivery_key: 'wrong' }),
    ).toEqual([]);
  });

  it('says what is malformed, but only to those who may send', async () => {
    const unsigned = await post({}, '{"a":');
    expect(unsigned.status).toBe(401);
    const cases = {
      '{"a":': /The body is not JSON: .*position|end of JSON/,
      '': /empty/,
      '[]': /no object/,
      null: /no object/,
    };
    for (const [body, reason] of Object.entries(cases)) {
      const response = await deliver(backend.server, { body });
      expect(response.status).toBe(400);
      expect(response.body.error.message).toMatch(reason);
    }
    const bytes = Buffer.from([0x22, 0xff, 0x22]);
    const response = await post({ 'X-Hub-Signature-256': sign(bytes) }, bytes);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(/UTF-8/);
  });

  it('takes 10 MiB and not more', async () => {
    const fits = JSON.stringify('x'.repeat(10 * 1024 * 1024 - 20));
    const whole = `{"a":${fits}}`;
    expect((await deliver(backend.server, { body: whole })).status).toBe(202);
    const more = `{"a":${JSON.stringify('x'.repeat(10 * 1024 * 1024))}}`;
    const response = await deliver(backend.server, { body: more });
    expect(response.status).toBe(413);
    expect(response.body.error.message).toMatch(/more than 10485760 bytes/);
  });

  it('answers a sender without secrets with the key to set', async () => {
    const bare = await startWebhooks({
      webhooks: { senders: { github: { secrets: [secret] } } },
    });
    const response = await send(bare.server, '/v1/gitlab', {
      headers: { 'X-Gitlab-Token': secret },
      body: '{}',
    });
    expect(response.status).toBe(404);
    expect(response.body.error.message).toContain(
      'webhooks.senders.gitlab.secrets',
    );
    const unknown = await send(bare.server, '/v1/somebody', {
      headers: {
        Authorization: mockCredentials.service.header(),
        'Content-Type': 'application/json',
      },
      body: '{}',
    });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toMatch(/sender/);
    await bare.stop();
  });

  it('keeps an event that it does not know, and counts what came', async () => {
    const before = await send(backend.server, '/v1/senders', { method: 'GET' });
    const response = await deliver(backend.server, { event: 'brand_new' });
    expect(response.status).toBe(202);
    expect((await rowOf(response.body.id)).event).toBe('brand_new');
    await deliver(backend.server, { id: 'twice' });
    await deliver(backend.server, { id: 'twice' });

    const after = await send(backend.server, '/v1/senders', { method: 'GET' });
    expect(after.status).toBe(200);
    function count(body: typeof after.body, event: string, outcome: string) {
      const github = body.items.find(
        (item: { id: string }) => item.id === 'github',
      );
      return (
        github.counts.find(
          (row: { event: string; outcome: string }) =>
            row.event === event && row.outcome === outcome,
        )?.count ?? 0
      );
    }
    function grown(event: string, outcome: string) {
      return (
        count(after.body, event, outcome) - count(before.body, event, outcome)
      );
    }
    expect(grown('brand_new', 'unknown-event')).toBe(1);
    expect(grown('push', 'accepted')).toBe(1);
    expect(grown('push', 'duplicate')).toBe(1);
    expect(count(after.body, '', 'unauthorized')).toBe(9);
    expect(count(after.body, '', 'malformed')).toBe(5);
    expect(count(after.body, '', 'too-large')).toBe(1);
  });
});
