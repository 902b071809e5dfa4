import { mockCredentials } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { send } from './__testUtils__/send';
import {
  exampleSenders,
  senderExamples,
  type SenderExample,
} from './__testUtils__/senderExamples';
import { startWebhooks } from './__testUtils__/startWebhooks';

jest.setTimeout(300_000);

const oddTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    'a\udc00b',
    'x'.repeat(5000),
    '\u{1f600}'.repeat(101),
    '-271821-04-20T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '0000-00-00',
    '__proto__',
    '%00%ED%A0%80%',
  ),
);
const oddValues = fc.oneof(
  oddTexts,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom([], {}, null, 1e308, -0),
);

// What an HTTP client can send as a header: Latin-1 without control characters.
const headerValues = fc
  .oneof(oddTexts, fc.constantFrom('1.0', '2.0', 'push', 'sha256='))
  .map(text =>
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).slice(0, 3000),
  )
  .chain(text => fc.constantFrom(text, `${text}\u00ff \u00e9`));

const fieldNames = [
  'action',
  'alerts',
  'createdDate',
  'deployment',
  'event',
  'eventType',
  'finishedAt',
  'head_commit',
  'id',
  'object_attributes',
  'object_kind',
  'occurredAt',
  'source',
  'specversion',
  'status',
  'status_changed_at',
  'time',
  'type',
];

const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)),
  fc.json().map(text => Buffer.from(text)),
  fc
    .constantFrom('[', '{"a":', '[{},')
    .map(text => Buffer.from(text.repeat(50_000))),
  fc
    .constantFrom('[]', '{}')
    .map(([open, close]) =>
      Buffer.from(
        open === '['
          ? open.repeat(50_000) + close.repeat(50_000)
          : `${'{"data":'.repeat(50_000)}1${close.repeat(50_000)}`,
      ),
    ),
  fc
    .dictionary(fc.constantFrom(...fieldNames), oddValues, { maxKeys: 8 })
    .chain(fields =>
      fc.constantFrom<object>(
        fields,
        [fields, fields],
        { event: fields },
        { ...fields, specversion: '1.0', id: 'a', source: 'b', type: 'c' },
      ),
    )
    .map(value => Buffer.from(JSON.stringify(value))),
);

const headers = fc.dictionary(
  fc.constantFrom(
    'Accept',
    'ce-id',
    'ce-source',
    'ce-specversion',
    'ce-type',
    'ce-__proto__',
    'Content-Encoding',
    'Idempotency-Key',
    'Traceparent',
    'User-Agent',
    'X-Forwarded-For',
    'X-GitHub-Delivery',
    'X-GitHub-Event',
    'X-Webhook-Event',
    'X-Webhook-Id',
  ),
  headerValues,
  { maxKeys: 5 },
);

const contentTypes = fc.oneof(
  fc.constantFrom(
    'application/json',
    'application/cloudevents+json',
    'application/cloudevents-batch+json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; charset=utf-16',
    '',
  ),
  headerValues,
);

describe('whatever is sent', () => {
  it('is taken or refused, never a failure of the inbox, and what is taken can be read', async () => {
    const backend = await startWebhooks({
      webhooks: { senders: exampleSenders },
    });
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<SenderExample[]>(...senderExamples),
        bodies,
        headers,
        contentTypes,
        fc.nat(1),
        fc.oneof(
          { weight: 4, arbitrary: fc.constant(true) },
          { weight: 1, arbitrary: fc.constant(false) },
        ),
        async (example, body, others, contentType, which, isSigned) => {
          const { sender, proofs, secrets } = example;
          const proof = proofs[which % proofs.length];
          const answer = await send(backend.server, `/v1/${sender}`, {
            headers: {
              ...others,
              'Content-Type': contentType,
              // The signature is that of the bytes.
              ...proof(isSigned ? secrets[which] : 'wrong', body),
            },
            body,
          });
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          expect([202, 400, 401]).toContain(answer.status);
          // A compressed body is refused before anything of it is looked at.
          expect(isSigned ? [202, 400] : [401, 400]).toContain(answer.status);
          const reason = answer.body.error?.message ?? 'there is none';
          expect(reason.length).toBeGreaterThan(10);
        },
      ),
      { numRuns: 600 },
    );
    // The property means something only if much came through, and much did not.
    for (const status of [202, 400, 401]) {
      expect(statuses.get(status)).toBeGreaterThan(50);
    }

    let read = 0;
    for (;;) {
      const claim = await send(backend.server, '/v1/consumers/fuzz/claim', {
        headers: {
          Authorization: mockCredentials.service.header(),
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({
          instance: 'one',
          senders: senderExamples.map(({ sender }) => sender),
          limit: 200,
          wait: 0,
        }),
      });
      expect(claim.status).toBe(200);
      const { generation, items, upTo } = claim.body;
      if (items.length === 0) {
        break;
      }
      for (const item of items) {
        expect(() => JSON.parse(item.body)).not.toThrow();
      }
      read += items.length;
      const report = await send(backend.server, '/v1/consumers/fuzz/results', {
        headers: {
          Authorization: mockCredentials.service.header(),
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({
          instance: 'one',
          generation,
          results: [],
          upTo,
        }),
      });
      expect(report.status).toBe(204);
    }
    const [{ count }] = await backend.knex('deliveries').count();
    expect(read).toBe(Number(count));
    await backend.stop();
  });
});
