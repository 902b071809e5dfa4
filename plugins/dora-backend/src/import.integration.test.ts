import { mockCredentials } from '@backstage/backend-test-utils';
import type { ImportResult } from '@portal/plugin-dora-common';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { component, startDora } from './__testUtils__/startDora';

jest.setTimeout(120_000);

const sha = (index: number) => index.toString(16).padStart(40, '0');
const commit = (index: number, rest: object = {}) =>
  JSON.stringify({
    type: 'commit',
    sha: sha(index),
    parents: index > 1 ? [sha(index - 1)] : [],
    authoredAt: '2024-01-01T00:00:00Z',
    committedAt: '2024-01-01T00:00:00Z',
    ...rest,
  });
const release = (index: number, rest: object = {}) =>
  JSON.stringify({
    type: 'release',
    tag: `v${index}`,
    sha: sha(index),
    releasedAt: `2024-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`,
    ...rest,
  });
const history = [commit(1), commit(2), commit(3), release(1), release(3)];

describe('bulk import', () => {
  let backend: Awaited<ReturnType<typeof startDora>>;

  beforeAll(async () => {
    const names = ['shop', 'hostile', 'broken', 'socket', 'encodings', 'demo'];
    backend = await startDora({ entities: names.map(name => component(name)) });
  });

  function post(name: string, headers: Record<string, string> = {}) {
    return request(backend.server)
      .post(`/api/dora/v1/import?entityRef=component:default/${name}`)
      .set('Authorization', mockCredentials.service.header())
      .set({ 'Content-Type': 'application/x-ndjson', ...headers });
  }

  async function importLines(
    name: string,
    lines: (string | Buffer)[],
  ): Promise<ImportResult> {
    const body = Buffer.concat(
      lines.flatMap(line => [Buffer.from(line), Buffer.from('\n')]),
    );
    const response = await post(name).send(body);
    expect(response.status).toBe(200);
    return response.body;
  }

  async function deployments(name: string) {
    const response = await request(backend.server).get(
      `/api/dora/v1/entities/component/default/${name}/deployments?from=2024-01-01&to=2025-01-01`,
    );
    return response.body.items;
  }

  it('takes records once, in whatever order and pieces they come', async () => {
    expect(await importLines('shop', [history[4], history[2]])).toEqual({
      accepted: 2,
      duplicate: 0,
      rejected: 0,
      rejections: [],
    });
    expect(await importLines('shop', [...history, history[0]])).toEqual({
      accepted: 3,
      duplicate: 3,
      rejected: 0,
      rejections: [],
    });
    expect(await importLines('shop', history)).toMatchObject({
      accepted: 0,
      duplicate: 5,
    });
    expect(await deployments('shop')).toEqual([
      expect.objectContaining({
        tag: 'v3',
        baseline: false,
        changes: 2,
        leadTimeMedian: 72,
      }),
      expect.objectContaining({ tag: 'v1', baseline: true, changes: 0 }),
    ]);
  });

  it('takes the good lines and names what is wrong with the others', async () => {
    const long = `{"type":"release","tag":"${'x'.repeat(5 * 1024 * 1024)}"}`;
    const result = await importLines('hostile', [
      '\ufeff',
      history[0],
      'garbage',
      '   ',
      long,
      Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
      release(2, { tag: 'v\u00002' }),
      release(2, { tag: 'v\ud8002' }),
      commit(2, { committedAt: '1999-12-31T23:59:59Z' }),
      commit(2, { committedAt: '2999-01-01T00:00:00Z' }),
      commit(2, { parents: 'none' }),
      commit(2, { sha: 'abc' }),
      '{"type":"deploy"}',
      '[1,2]',
      'null',
      '12',
      '{"type":"__proto__"}',
      commit(2, {
        author: 'a\\b',
        kind: null,
        reverts: null,
        pullRequest: null,
      }),
      history[3],
    ]);
    expect(result).toMatchObject({ accepted: 3, duplicate: 0, rejected: 14 });
    const reasons = result.rejections.map(
      ({ line, reason }) => `${line} ${reason}`,
    );
    expect(reasons).toEqual([
      expect.stringMatching(/^3 not JSON: found "garbage"/),
      expect.stringMatching(
        /^5 the line has \d+ bytes, expected at most 1048576/,
      ),
      '6 the line is not UTF-8',
      expect.stringMatching(
        /^7 tag: found "v\ufffd2", expected a text without control characters/,
      ),
      expect.stringMatching(/^8 tag: /),
      expect.stringMatching(/^9 committedAt: .* from 2000-01-01/),
      expect.stringMatching(/^10 committedAt: .* future/),
      expect.stringMatching(/^11 parents: found "none", expected a list/),
      expect.stringMatching(/^12 sha: found "abc", expected the 40 or 64/),
      '13 type: found "deploy", expected one of repository, commit, release, mainline, deployment, incident, pullRequest',
      expect.stringMatching(/^14 found a list of 2/),
      expect.stringMatching(/^15 found null/),
      expect.stringMatching(/^16 found 12/),
      expect.stringMatching(/^17 type: /),
    ]);
  });

  it('caps the list of rejections and counts them all', async () => {
    const result = await importLines('hostile', Array(1500).fill('x'));
    expect(result.rejected).toBe(1500);
    expect(result.rejections).toHaveLength(1000);
  });

  it('takes gzip under any name and an empty body', async () => {
    const body = gzipSync(history.join('\n'));
    const headers: Record<string, string>[] = [
      { 'Content-Encoding': 'gzip' },
      { 'Content-Type': 'application/gzip' },
      { 'Content-Type': 'application/octet-stream' },
      { 'Content-Type': 'text/plain' },
    ];
    for (const [index, header] of headers.entries()) {
      const response = await post('encodings', header).send(body);
      expect(response.status).toBe(200);
      expect(response.body.accepted).toBe(index === 0 ? 5 : 0);
    }
    const empty = await post('encodings').send('');
    expect([empty.status, empty.body.accepted]).toEqual([200, 0]);
    const emptyGzip = await post('encodings').send(gzipSync(''));
    expect([emptyGzip.status, emptyGzip.body.accepted]).toEqual([200, 0]);
  });

  it('leaves nothing behind of a gzip stream that is damaged', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      commit(index + 1),
    );
    const whole = gzipSync(lines.join('\n'));
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, 50_000, 50_200);
    const bodies = [
      whole.subarray(0, whole.length - 20),
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, 10),
      damaged,
      Buffer.concat([whole, Buffer.from('rubbish')]),
    ];
    for (const body of bodies) {
      const response = await post('broken', {
        'Content-Encoding': 'gzip',
      }).send(body);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toMatch(
        /gzip .*nothing was imported/,
      );
    }
    const notGzip = await post('broken', { 'Content-Encoding': 'gzip' }).send(
      lines[0],
    );
    expect(notGzip.status).toBe(400);
    const unknown = await post('broken', { 'Content-Encoding': 'br' }).send(
      lines[0],
    );
    expect(unknown.status).toBe(400);
    expect(await countOf('broken')).toBe(0);
    const response = await post('broken').send(whole);
    expect(response.body.accepted).toBe(20_000);
  });

  it('leaves nothing behind of a connection that breaks', async () => {
    const address = backend.server.address() as net.AddressInfo;
    const lines = Array.from({ length: 5000 }, (_, index) => commit(index + 1));
    const body = Buffer.from(lines.join('\n'));
    const socket = net.connect(address.port, address.address);
    await once(socket, 'connect');
    socket.write(
      `POST /api/dora/v1/import?entityRef=component:default/socket HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: ${mockCredentials.service.header()}\r\nContent-Length: ${
          body.length
        }\r\n\r\n`,
    );
    socket.write(body.subarray(0, body.length / 2));
    await setTimeout(300);
    socket.destroy();
    await setTimeout(300);
    expect(await countOf('socket')).toBe(0);
    const waiting = await backend.knex.raw(
      `SELECT count(*)::integer AS open FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(waiting.rows[0].open).toBe(0);
    expect(await importLines('socket', lines)).toMatchObject({
      accepted: 5000,
    });
  });

  it('gives up a connection that falls silent', async () => {
    const { server } = await startDora({
      knex: backend.knex,
      config: { dora: { import: { idleTimeout: { milliseconds: 200 } } } },
    });
    const address = server.address() as net.AddressInfo;
    const socket = net.connect(address.port, address.address);
    await once(socket, 'connect');
    socket.write(
      `POST /api/dora/v1/import?entityRef=component:default/socket HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: ${mockCredentials.service.header()}\r\nContent-Length: 100000\r\n\r\n${commit(
          7,
        )}\n`,
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 400 /);
    socket.destroy();
  });

  it('refuses what is no component, no provenance and no permission', async () => {
    const refs = ['', 'x', 'group:default/team', 'component:default/a%00b'];
    for (const ref of refs) {
      const response = await request(backend.server)
        .post(`/api/dora/v1/import?entityRef=${ref}`)
        .set('Authorization', mockCredentials.service.header())
        .send(history[0]);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toMatch(/^entityRef: /);
    }
    const provenance = await request(backend.server)
      .post('/api/dora/v1/import?entityRef=component:default/shop&provenance=x')
      .send(history[0]);
    expect(provenance.status).toBe(400);
    const nobody = await post('shop', {
      Authorization: mockCredentials.none.header(),
    }).send(history[0]);
    expect(nobody.status).toBe(401);
  });

  it('lets real facts win over demo ones, and removes demo facts when they are off', async () => {
    const demo = await request(backend.server)
      .post(
        '/api/dora/v1/import?entityRef=component:default/demo&provenance=demo',
      )
      .set('Authorization', mockCredentials.service.header())
      .send([...history, commit(4), release(4)].join('\n'));
    expect(demo.body.accepted).toBe(7);
    expect(
      (await deployments('demo')).map((item: { demo: boolean }) => item.demo),
    ).toEqual([true, true, true]);
    await importLines('demo', history);
    expect(
      (await deployments('demo')).map((item: { demo: boolean }) => item.demo),
    ).toEqual([true, false, false]);

    const real = await startDora({
      knex: backend.knex,
      config: { portal: { demo: false } },
    });
    expect(
      (await deployments('demo')).map((item: { tag: string }) => item.tag),
    ).toEqual(['v3', 'v1']);
    const refused = await request(real.server)
      .post(
        '/api/dora/v1/import?entityRef=component:default/demo&provenance=demo',
      )
      .set('Authorization', mockCredentials.service.header())
      .send(history[0]);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('portal.demo');
  });

  async function countOf(name: string): Promise<number> {
    const row = await backend
      .knex('commits')
      .join('entities', 'entities.id', 'commits.entity_id')
      .where('entity_ref', `component:default/${name}`)
      .count({ count: '*' })
      .first();
    return Number(row?.count);
  }
});
