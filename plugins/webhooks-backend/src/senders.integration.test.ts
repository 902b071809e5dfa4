import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { send } from './__testUtils__/send';
import {
  exampleSenders,
  senderExamples,
  type SenderExample,
} from './__testUtils__/senderExamples';
import { startWebhooks } from './__testUtils__/startWebhooks';

jest.setTimeout(120_000);

describe('each sender', () => {
  let backend: Awaited<ReturnType<typeof startWebhooks>>;

  beforeAll(async () => {
    backend = await startWebhooks({ webhooks: { senders: exampleSenders } });
  });
  afterAll(() => backend.stop());

  async function post(
    sender: string,
    headers: Record<string, string>,
    body: string,
  ) {
    return send(backend.server, `/v1/${sender}`, {
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  }

  async function outcomesOf(sender: string) {
    const answer = await send(backend.server, '/v1/senders', { method: 'GET' });
    const { counts } = answer.body.items.find(
      (item: { id: string }) => item.id === sender,
    );
    return Object.fromEntries(
      counts.map((row: { event: string; outcome: string; count: number }) => [
        `${row.outcome} ${row.event}`.trim(),
        row.count,
      ]),
    );
  }

  function requestsOf(
    { secrets, proofs, headers }: SenderExample,
    body: string,
  ) {
    return secrets.flatMap(secret =>
      proofs.map(proof => ({ ...headers, ...proof(secret, body) })),
    );
  }

  it.each(senderExamples)(
    '$sender is known by each of its secrets, and by nothing else',
    async example => {
      const { sender, secrets, proofs, headers, expected } = example;
      const body = JSON.stringify(example.body);
      const requests = requestsOf(example, body);
      const answers = [];
      for (const request of requests) {
        answers.push(await post(sender, request, body));
      }
      // The first is new, and every other one the same delivery.
      const [{ id }] = answers.map(answer => answer.body);
      expect(answers).toEqual(
        requests.map((_, index) => ({
          status: 202,
          body: { id, duplicate: index > 0 },
        })),
      );
      const row = await backend.knex('deliveries').where({ id }).first();
      const hash = createHash('sha256').update(body).digest('hex');
      expect({
        ...row,
        occurred_at: row.occurred_at.toISOString(),
      }).toMatchObject({
        sender,
        body,
        delivery_key: `sha256:${hash}`,
        ...expected,
      });
      // No secret is kept, nor anything that one could be guessed by.
      const kept = JSON.stringify(row.headers);
      for (const secret of secrets) {
        expect(kept).not.toContain(secret);
        expect(kept).not.toContain(Buffer.from(secret).toString('base64'));
      }
      expect(kept).not.toMatch(/authorization|signature|token/i);

      const stranger = senderExamples.find(other => other.sender !== sender)!;
      const wrong: Record<string, string>[] = [
        {},
        ...proofs.map(proof => proof('not-a-secret', body)),
        ...proofs.map(proof => proof('', body)),
        ...proofs.map(proof => proof(`${secrets[0]}x`, body)),
        ...proofs.map(proof => proof(secrets[0].slice(1), body)),
        ...proofs.map(proof => proof(stranger.secrets[0], body)),
        // A signature is one of the bytes that were sent; a token is not.
        ...proofs
          .filter(proof => !isDeepStrictEqual(proof('a', 'b'), proof('a', 'c')))
          .map(proof => proof(secrets[0], `${body} `)),
        { Authorization: 'Basic ====' },
        { Authorization: `Bearer ${secrets.join(',')}` },
      ];
      for (const proof of wrong) {
        const answer = await post(sender, { ...headers, ...proof }, body);
        expect([proof, answer.status]).toEqual([proof, 401]);
        expect(answer.body.error.name).toBe('AuthenticationError');
      }

      for (const proof of proofs) {
        const text = '{"a" 1}';
        const request = { ...headers, ...proof(secrets[0], text) };
        const answer = await post(sender, request, text);
        expect(answer.status).toBe(400);
        expect(answer.body.error.message).toMatch(/not JSON: .*position 5/);
      }
      const written = await backend.knex('deliveries').where({ sender });
      expect(written).toHaveLength(1);
      expect(await outcomesOf(sender)).toEqual({
        [`accepted ${expected.event}`]: 1,
        [`duplicate ${expected.event}`]: requests.length - 1,
        unauthorized: wrong.length,
        malformed: proofs.length,
      });
    },
  );

  it.each(senderExamples)(
    '$sender may send events that nobody knows',
    async ({ sender, secrets, proofs }) => {
      const body = JSON.stringify({
        specversion: '1.0',
        id: 'unheard of',
        source: 'a',
        type: 'unheard-of',
        event:
          sender === 'pagerduty' ? { event_type: 'unheard-of' } : 'unheard-of',
        object_kind: 'unheard-of',
        eventType: 'unheard-of',
        status: 'unheard-of',
      });
      const headers = {
        'X-GitHub-Event': 'unheard-of',
        // A generic sender has no list of events.
        ...(sender === 'generic' && { 'X-Webhook-Event': '' }),
      };
      const proof = proofs[0](secrets[0], body);
      const answer = await post(sender, { ...headers, ...proof }, body);
      expect(answer.status).toBe(202);
      const { id } = answer.body;
      const row = await backend.knex('deliveries').where({ id }).first();
      expect(row.event).toBe('unheard-of');
      expect(await outcomesOf(sender)).toMatchObject({
        [sender === 'generic'
          ? 'accepted unheard-of'
          : 'unknown-event unheard-of']: 1,
      });
    },
  );

  it('reads CloudEvents in structured, binary and batched mode as the same', async () => {
    const [secret] = exampleSenders.cdevents.secrets;
    const authorization = { Authorization: `Bearer ${secret}` };
    const data = { subject: { id: 'shop', type: 'service', content: {} } };
    const event = {
      specversion: '1.0',
      id: 'ü 1',
      source: '/ci/a b',
      type: 'dev.cdevents.service.deployed.0.2.0',
      time: '2026-03-01T10:00:00Z',
    };
    const binary = await post(
      'cdevents',
      {
        ...authorization,
        ...Object.fromEntries(
          Object.entries(event).map(([name, value]) => [
            `ce-${name}`,
            encodeURIComponent(value),
          ]),
        ),
      },
      JSON.stringify(data),
    );
    expect(binary).toMatchObject({ status: 202, body: { duplicate: false } });
    const { id } = binary.body;
    const row = await backend.knex('deliveries').where({ id }).first();
    expect(row).toMatchObject({
      delivery_key: '/ci/a b ü 1',
      event: event.type,
    });
    expect(JSON.parse(row.body)).toEqual({
      ...event,
      datacontenttype: 'application/json',
      data,
    });

    const structured = await post(
      'cdevents',
      { ...authorization, 'Content-Type': 'application/cloudevents+json' },
      JSON.stringify({ ...event, data }),
    );
    expect(structured.body).toEqual({ id, duplicate: true });

    const batchType = {
      ...authorization,
      'Content-Type': 'application/cloudevents-batch+json; charset=utf-8',
    };
    const second = { ...event, id: 'second', data };
    const batch = await post(
      'cdevents',
      batchType,
      JSON.stringify([event, second, second]),
    );
    expect(batch.status).toBe(202);
    const [known, fresh, twice] = batch.body.items;
    expect(known).toEqual({ id, duplicate: true });
    expect(fresh.duplicate).toBe(false);
    expect(twice).toEqual({ id: fresh.id, duplicate: true });

    const half = await post(
      'cdevents',
      batchType,
      JSON.stringify([
        { ...event, id: 'third' },
        { ...event, source: 7 },
      ]),
    );
    expect(half.status).toBe(400);
    expect(half.body.error.message).toMatch(
      /Event 1 of the batch: source: .*nothing of it was taken/,
    );
    expect(
      await backend.knex('deliveries').where({ delivery_key: '/ci/a b third' }),
    ).toEqual([]);
    const cases: [object, RegExp][] = [
      [{ ...event, specversion: '0.3' }, /specversion/],
      [{ ...event, id: '' }, /^id: /],
      [[event], /no object/],
    ];
    for (const [value, message] of cases) {
      const answer = await post(
        'cdevents',
        authorization,
        JSON.stringify(value),
      );
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    }
    const noBatch = await post('cdevents', batchType, '{}');
    expect(noBatch.body.error.message).toMatch(/no list of events/);
  });
});
