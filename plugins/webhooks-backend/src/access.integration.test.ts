import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { call } from './__testUtils__/call';
import { startWebhooks } from './__testUtils__/startWebhooks';

jest.setTimeout(60_000);

const claim = { instance: 'a', senders: ['github'], limit: 1, wait: 0 };
const reads: [string, string, object?][] = [
  ['GET', '/v1/senders'],
  ['GET', '/v1/consumers'],
  ['GET', '/v1/dead-letters'],
];
// There is none: who may read is told so.
const bodies: [string, string, object?][] = [['GET', '/v1/deliveries/1']];
const changes: [string, string, object?][] = [
  ['POST', '/v1/dead-letters/1/replay', {}],
  ['POST', '/v1/consumers/a/rewind', { to: '2026-01-01T00:00:00Z' }],
  ['DELETE', '/v1/consumers/a'],
];
const services: [string, string, object?][] = [
  ['POST', '/v1/consumers/a/claim', claim],
  [
    'POST',
    '/v1/consumers/a/results',
    { instance: 'a', generation: 0, results: [] },
  ],
  ['POST', '/v1/consumers/a/release', { instance: 'a' }],
];

/** A backend whose policy gives these permissions and no others. */
async function startWith(...given: string[]) {
  return startWebhooks({
    features: [
      mockServices.permissions.mock({
        async authorize(requests) {
          return requests.map(({ permission }) => ({
            result: given.includes(permission.name)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          }));
        },
      }).factory,
    ],
  });
}

describe('access to the inbox', () => {
  async function statuses(
    backend: Awaited<ReturnType<typeof startWith>>,
    requests: [string, string, object?][],
    authorization: string,
  ) {
    const answers = [];
    for (const [method, path, body] of requests) {
      answers.push(
        await call(backend.server, method, path, body, authorization),
      );
    }
    return answers.map(({ status }) => status);
  }
  const user = mockCredentials.user.header();

  it('is asked for by name, route by route', async () => {
    const all = [...reads, ...bodies, ...changes, ...services];
    const closed = await startWith();
    const nobody = mockCredentials.none.header();
    expect(await statuses(closed, all, nobody)).toEqual(all.map(() => 401));
    expect(await statuses(closed, all, user)).toEqual(all.map(() => 403));
    const refused = await call(
      closed.server,
      'GET',
      '/v1/senders',
      undefined,
      user,
    );
    expect(refused.body.error.message).toMatch(/webhooks\.delivery\.read/);
    await closed.stop();

    const reader = await startWith('webhooks.delivery.read');
    expect(await statuses(reader, reads, user)).toEqual([200, 200, 200]);
    expect(await statuses(reader, changes, user)).toEqual([403, 403, 403]);
    expect(await statuses(reader, bodies, user)).toEqual([404]);
    // Reading as a consumer does is for services, whatever a user may do.
    expect(await statuses(reader, services, user)).toEqual([403, 403, 403]);
    const service = mockCredentials.service.header();
    expect(await statuses(reader, services, service)).toEqual([200, 204, 204]);
    await reader.stop();

    const operator = await startWith('webhooks.delivery.replay');
    expect(await statuses(operator, reads, user)).toEqual([403, 403, 403]);
    expect(await statuses(operator, bodies, user)).toEqual([403]);
    expect(await statuses(operator, changes, user)).toEqual([404, 404, 404]);
    await operator.stop();
  });

  it('is described by the contract: what does not fit is refused with its place', async () => {
    const backend = await startWebhooks();
    const cases: [string, string, object | undefined, RegExp][] = [
      ['POST', '/v1/consumers/a/claim', { ...claim, limit: 501 }, /limit/],
      [
        'POST',
        '/v1/consumers/a/claim',
        { ...claim, senders: ['x'] },
        /senders/,
      ],
      ['POST', '/v1/consumers/A/claim', claim, /name/],
      ['POST', '/v1/consumers/a/rewind', {}, /to/],
      ['GET', '/v1/dead-letters?limit=201', undefined, /limit/],
      ['GET', '/v1/deliveries/x', undefined, /id/],
    ];
    for (const [method, path, body, message] of cases) {
      const answer = await call(backend.server, method, path, body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    }
    await backend.stop();
  });
});
