import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import createKnex, { type Knex } from 'knex';
import request from 'supertest';
import { seedFindings } from '../__testUtils__/seedFindings';
import { startSecurityScore } from '../__testUtils__/startSecurityScore';

jest.setTimeout(180_000);

const dayLength = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * dayLength).toISOString();

function entity(
  kind: string,
  name: string,
  relations: Array<[type: string, targetRef: string]>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type: kind === 'Group' ? 'team' : 'service' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const entities = [
  entity('Group', 'company', []),
  entity('Group', 'web', [['childOf', 'group:default/company']]),
  entity('Group', 'mobile', [['childOf', 'group:default/company']]),
  entity('User', 'jane', [['memberOf', 'group:default/web']]),
  entity('User', 'joe', [['memberOf', 'group:default/web']]),
  entity('User', 'mike', [['memberOf', 'group:default/mobile']]),
  entity('Component', 'shop', [['ownedBy', 'group:default/web']]),
  entity('Component', 'app', [['ownedBy', 'group:default/mobile']]),
];
const shop = 'component:default/shop';
const app = 'component:default/app';
const reason = 'It is behind a wall, and not reached';

function noteIn(
  audited: string[],
  { eventId, severityLevel }: AuditorServiceCreateEventOptions,
): AuditorServiceEvent {
  const note = async (outcome: string) => {
    audited.push(`${eventId} ${severityLevel} ${outcome}`);
  };
  return {
    success: async () => note('succeeded'),
    fail: async () => note('failed'),
  };
}

describe('the work on findings, as members of teams do it', () => {
  let backend: Awaited<ReturnType<typeof startSecurityScore>>;
  let client: Knex;
  const audited: string[] = [];
  let own: string[];
  let others: string[];

  beforeAll(async () => {
    backend = await startSecurityScore({
      entities,
      denied: ['security-score.finding.read'],
      runTasks: true,
      features: [
        mockServices.auditor.mock({
          createEvent: async event => noteIn(audited, event),
        }).factory,
      ],
    });
    client = createKnex({
      ...backend.knex.client.config,
      searchPath: ['security-score'],
    });
    own = await seedFindings(
      client,
      ['CVE-2026-1', 'CVE-2026-2', 'CVE-2026-3'].map(name => ({
        entityRef: shop,
        name,
      })),
    );
    others = await seedFindings(client, [
      { entityRef: app, name: 'CVE-2026-666' },
    ]);
    // Until the history of ownership has begun.
    for (let turn = 0; turn < 60; turn++) {
      const { status } = await as('jane').get(
        '/v1/entities/component/default/shop/export?format=csv',
      );
      if (status === 200) {
        return;
      }
      await sleep(1000);
    }
  });

  afterAll(async () => client?.destroy());

  function as(user: string | undefined) {
    const header = user
      ? mockCredentials.user.header(`user:default/${user}`)
      : mockCredentials.service.header();
    const call =
      (method: 'get' | 'post' | 'put' | 'delete') => (path: string) =>
        request(backend.server)
          [method](`/api/security-score${path}`)
          .set('Authorization', header);
    return {
      get: call('get'),
      post: call('post'),
      put: call('put'),
      delete: call('delete'),
    };
  }

  const propose = (findingIds: string[]) => ({
    findingIds,
    reason,
    expiresAt: inDays(30),
  });
  const stateOf = async (id: string) =>
    (await client('findings').where({ id }).first('state')).state;

  it('keeps a member of another team from triage, seeing, exporting and proposing', async () => {
    const jane = as('jane');
    const triage = await jane
      .post('/v1/findings/triage')
      .send({ ids: [own[0], others[0]], triage: 'confirmed' });
    expect(triage.status).toBe(404);
    expect(
      await client('findings').where('triage', '<>', 'new').select('id'),
    ).toEqual([]);

    const exported = await jane.get(
      '/v1/entities/component/default/app/export?format=sarif',
    );
    expect(exported.status).toBe(403);
    expect(JSON.stringify(exported.body)).not.toContain('CVE-2026-666');

    expect(
      (await jane.post('/v1/exceptions').send(propose(others))).status,
    ).toBe(404);
    const proposed = await as('mike')
      .post('/v1/exceptions')
      .send(propose(others));
    expect(proposed.status).toBe(201);
    const { body: seen } = await jane.get('/v1/exceptions');
    expect(seen).toMatchObject({ items: [], byState: { proposed: 0 } });
    expect((await jane.get(`/v1/exceptions?scope=${app}`)).status).toBe(403);
    const decided = await jane
      .post(`/v1/exceptions/${proposed.body.id}/decision`)
      .send({ decision: 'approve' });
    expect(decided.status).toBe(404);
    const renewed = await jane
      .post('/v1/exceptions')
      .send({ ...propose([own[0]]), renews: proposed.body.id });
    expect(renewed.status).toBe(400);
    expect(JSON.stringify(renewed.body)).not.toContain(app);
    const withdrawn = await as('mike')
      .post(`/v1/exceptions/${proposed.body.id}/decision`)
      .send({ decision: 'withdraw' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn' });
  });

  it('accepts a risk with two people, and opens it at the end, also where no task ran', async () => {
    const { body: proposed } = await as('jane')
      .post('/v1/exceptions')
      .send({ ...propose([own[0]]), evidence: 'https://wiki.example/risk' });
    expect(proposed).toMatchObject({
      state: 'proposed',
      entityRef: shop,
      requestedBy: 'user:default/jane',
      findings: [{ id: own[0], name: 'CVE-2026-1' }],
    });
    const path = `/v1/exceptions/${proposed.id}/decision`;
    const alone = await as('jane').post(path).send({ decision: 'approve' });
    expect(alone.status).toBe(403);
    const robot = await as(undefined).post(path).send({ decision: 'approve' });
    expect(robot.status).toBe(403);
    const silent = await as('joe').post(path).send({ decision: 'reject' });
    expect(silent.status).toBe(400);
    expect(await stateOf(own[0])).toBe('open');
    const { body: approved } = await as('joe')
      .post(path)
      .send({ decision: 'approve' });
    expect(approved).toMatchObject({
      state: 'approved',
      decidedBy: 'user:default/joe',
    });
    expect(await stateOf(own[0])).toBe('accepted');
    expect(
      (await as('joe').post(path).send({ decision: 'approve' })).status,
    ).toBe(409);

    // Its end comes; nothing but a read happens.
    await client('exceptions')
      .where({ id: proposed.id })
      .update({ expires_at: new Date(Date.now() - 1000) });
    await client('findings')
      .where({ id: own[0] })
      .update({ accepted_until: new Date(Date.now() - 1000) });
    const { text } = await as('jane').get(
      '/v1/entities/component/default/shop/export?format=csv',
    );
    expect(text).toMatch(/CVE-2026-1,[^\n]*,open,/);
    const { body: page } = await as('jane').get('/v1/exceptions?state=expired');
    expect(page.items).toMatchObject([{ id: proposed.id, state: 'expired' }]);

    const { body: renewed } = await as('jane')
      .post('/v1/exceptions')
      .send({ ...propose([own[0]]), renews: proposed.id });
    expect(renewed).toMatchObject({ state: 'proposed', renews: proposed.id });
  });

  it('writes down who did what, and what was refused', async () => {
    expect(audited).toEqual(
      expect.arrayContaining([
        'finding-triage medium failed',
        'finding-export low failed',
        'finding-export low succeeded',
        'exception-propose medium succeeded',
        'exception-propose medium failed',
        'exception-decide medium succeeded',
        'exception-decide medium failed',
        'exception-read low succeeded',
      ]),
    );
  });

  it('pages exceptions, the newest first', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await as(undefined)
        .get('/v1/exceptions')
        .query({ limit: 1, ...(cursor && { cursor }) });
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(3);
  });

  it('says what is wrong with what was sent', async () => {
    const jane = as('jane');
    const cases: Array<[path: string, body: object, message: string]> = [
      ['findings/triage', { ids: [own[0]] }, 'neither triage nor assignee'],
      ['findings/triage', { ids: ['x'], triage: 'new' }, 'the id of a finding'],
      [
        'findings/triage',
        { ids: [own[0]], triage: 'false-positive', reason: 'no' },
        '10 characters or more',
      ],
      [
        'findings/triage',
        { ids: [own[0]], assignee: 'component:default/shop' },
        'a user or a group',
      ],
      [
        'findings/triage',
        { ids: [own[0]], triage: 'confirmed', by: 'user:default/joe' },
        'own name',
      ],
      [
        'exceptions',
        { ...propose([own[1]]), expiresAt: inDays(-1) },
        'still to come',
      ],
      [
        'exceptions',
        { ...propose([own[1]]), expiresAt: inDays(400) },
        'a year ahead',
      ],
      [
        'exceptions',
        { ...propose([own[1]]), evidence: 'data:text/html,hello' },
        'begins with https://',
      ],
      [
        'exceptions',
        { ...propose([own[1]]), reason: 'short' },
        '10 characters',
      ],
    ];
    for (const [path, body, message] of cases) {
      const answer = await jane.post(`/v1/${path}`).send(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(message);
    }
    const unknown = await jane
      .post('/v1/findings/triage')
      .send({ ids: [own[0]], assignee: 'group:default/nobody' });
    expect(unknown.status).toBe(404);
    const mixed = await as(undefined)
      .post('/v1/exceptions')
      .send(propose([own[1], others[0]]));
    expect(mixed.body.error.message).toContain('expected those of one service');
  });

  it('takes made-up history from services only', async () => {
    const at = inDays(-40);
    const query = `?provenance=demo&at=${encodeURIComponent(at)}`;
    const body = {
      ...propose([own[1]]),
      requestedBy: 'user:default/jane',
      decision: { by: 'user:default/joe', state: 'approved', at: inDays(-39) },
    };
    expect(
      (await as('jane').post(`/v1/exceptions${query}`).send(body)).status,
    ).toBe(403);
    expect((await as('jane').post('/v1/exceptions').send(body)).status).toBe(
      400,
    );
    const made = await as(undefined).post(`/v1/exceptions${query}`).send(body);
    expect(made.body).toMatchObject({
      demo: true,
      state: 'approved',
      requestedBy: 'user:default/jane',
      requestedAt: at,
      decidedBy: 'user:default/joe',
    });
    expect(await stateOf(own[1])).toBe('accepted');
    const triaged = await as(undefined)
      .post(`/v1/findings/triage${query}`)
      .send({ ids: [own[2]], triage: 'confirmed', by: 'user:default/joe' });
    expect(triaged.body).toEqual({ changed: 1 });
    const [event] = await client('finding_events')
      .where({ finding_id: own[2], kind: 'triaged' })
      .select('by', 'at');
    expect(event).toEqual({ by: 'user:default/joe', at: new Date(at) });
  });

  it('keeps views for each person', async () => {
    const save = async (user: string, name: string, query: string) =>
      as(user)
        .put(`/v1/views/${encodeURIComponent(name)}`)
        .send({ query });
    const { body: saved } = await save('jane', 'Mine / now', 'state=open');
    await save('jane', 'Mine / now', 'state=open&severity=critical');
    const list = async (user: string) =>
      (await as(user).get('/v1/views')).body.items;
    expect(await list('jane')).toEqual([
      {
        id: saved.id,
        name: 'Mine / now',
        query: 'state=open&severity=critical',
      },
    ]);
    expect(await list('mike')).toEqual([]);
    expect((await as('mike').delete(`/v1/views/${saved.id}`)).status).toBe(404);
    expect((await as('jane').delete(`/v1/views/${saved.id}`)).status).toBe(204);
    await Promise.all(
      Array.from({ length: 52 }, async (_, index) =>
        save('joe', `View ${index}`, 'state=open'),
      ),
    );
    expect(await list('joe')).toHaveLength(50);
    expect((await as(undefined).get('/v1/views')).status).toBe(403);
  });

  it('offers assistants what pages offer, in the name of who asks', async () => {
    const path = '/.backstage/actions/v1/actions';
    const { body } = await as(undefined).get(path);
    expect(
      body.actions.map(({ name }: { name: string }) => name).sort(),
    ).toEqual([
      'get-secret-ages',
      'get-security-score',
      'get-upgrade-plan',
      'list-security-findings',
      'propose-security-exception',
      'where-affected',
    ]);
    const invoke = async (name: string, input: object) =>
      as('jane').post(`${path}/security-score:${name}/invoke`).send(input);
    const ask = async (ids: string[]) =>
      invoke('propose-security-exception', propose(ids));
    const { body: proposed } = await ask([own[2]]);
    expect(proposed.output).toMatchObject({
      state: 'proposed',
      requestedBy: 'user:default/jane',
    });
    expect((await ask(others)).status).toBe(404);
    for (const name of ['get-security-score', 'get-upgrade-plan']) {
      const { body: answer } = await invoke(name, { entityRef: shop });
      expect(answer.output).toMatchObject({ entityRef: shop });
    }
    const { body: secrets } = await invoke('get-secret-ages', {
      entityRef: shop,
    });
    expect(secrets.output).toEqual({
      connected: false,
      items: [],
      complete: true,
    });
    const { body: list } = await invoke('list-security-findings', {});
    expect(list).toMatchObject({ output: { open: 2 } });
    expect(JSON.stringify(list.output)).not.toContain(app);
    const where = async (vulnerability: string) =>
      (await invoke('where-affected', { vulnerability })).body.output;
    expect(await where('CVE-2026-1')).toMatchObject({
      items: [{ entityRef: shop }],
    });
    expect(JSON.stringify(await where('CVE-2026-666'))).not.toContain(app);
    expect((await invoke('where-affected', {})).status).toBe(400);
  });
});
