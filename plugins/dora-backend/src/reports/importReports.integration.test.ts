import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { component, startDora } from '../__testUtils__/startDora';
import { dumpReports } from './__testUtils__/dumpReports';
import { environment, startDelivery } from './__testUtils__/startDelivery';

jest.setTimeout(120_000);

const sha = (digit: string) => digit.repeat(40);
const day = (n: number) => `2026-01-0${n}T10:00:00.000Z`;
const commit = (digit: string, parents: string[], n: number) => ({
  type: 'commit',
  sha: sha(digit),
  parents: parents.map(sha),
  authoredAt: day(n),
  committedAt: day(n),
});
const deployment = (id: string, digit: string, n: number, more = {}) => ({
  type: 'deployment',
  source: 'github',
  id,
  environment: 'production',
  sha: sha(digit),
  startedAt: day(n),
  finishedAt: day(n),
  result: 'success',
  ...more,
});

const history = [
  commit('a', [], 1),
  commit('b', ['a'], 2),
  commit('c', ['b'], 4),
  deployment('1', 'a', 1),
  deployment('2', 'b', 3, { entityRef: 'Component:default/Shop', url: null }),
  deployment('3', 'c', 5),
  {
    type: 'incident',
    id: 'INC-1',
    openedAt: day(4),
    resolvedAt: day(5),
    causedBy: 'github:deployment:2',
  },
  {
    type: 'pullRequest',
    id: 'shop-7',
    number: 7,
    openedAt: day(1),
    firstReviewAt: day(2),
    mergedAt: day(2),
    mergeSha: sha('b'),
  },
];

describe('an import of reports', () => {
  async function send(
    server: Parameters<typeof request>[0],
    body: string | Buffer,
    provenance = 'real',
  ) {
    return request(server)
      .post(
        `/api/dora/v1/import?entityRef=component:default/shop&provenance=${provenance}`,
      )
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/octet-stream')
      .send(body);
  }

  const text = (lines: object[]) =>
    lines.map(line => JSON.stringify(line)).join('\n');

  it('is visible with the answer, once, and one with what webhooks tell', async () => {
    const portal = await startDelivery({
      entities: [
        component('shop', { 'github.com/project-slug': 'org/shop' }),
        environment('PROD1', true),
      ],
      config: { environments: [{ match: 'production', environment: 'PROD1' }] },
    });
    const { server, get } = portal;
    await portal.look();
    const damaged = gzipSync(text(history)).subarray(0, -10);
    expect((await send(server, damaged)).status).toBe(400);
    expect(await portal.databases.dora('reports')).toEqual([]);

    const first = await send(server, text(history));
    expect(first.body).toMatchObject({
      accepted: history.length,
      duplicate: 0,
      rejected: 0,
    });
    const path =
      '/entities/component/default/shop/deployments?from=2026-01-01&to=2026-02-01';
    const { body } = await get(path);
    expect(body.items).toMatchObject([
      { deployedAt: day(5), changes: 1, failed: false },
      { deployedAt: day(3), changes: 1, failed: true },
      { deployedAt: day(1), baseline: true, failed: false },
    ]);
    expect(
      (await get('/entities/component/default/shop/sources')).body.items,
    ).toMatchObject([{ source: 'import', commits: 3, releases: 3 }]);

    const before = await dumpReports(portal.databases.dora);
    const again = await send(server, text([...history].reverse()));
    expect(again.body).toMatchObject({
      accepted: 0,
      duplicate: history.length,
      rejected: 0,
    });
    expect(await dumpReports(portal.databases.dora)).toEqual(before);

    // The webhook of a deployment that was imported tells of the same one.
    await portal.github('deployment', {
      deployment: {
        id: 3,
        sha: sha('c'),
        environment: 'production',
        created_at: day(4),
      },
      repository: { id: 1, full_name: 'org/shop' },
    });
    for (let tries = 0; tries < 100; tries += 1) {
      const row = await portal.databases
        .dora('reports')
        .where({ id: 'github:deployment:3' })
        .first();
      if (row.provenance === 10) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect((await get(path)).body.items).toHaveLength(3);

    const bad = await send(
      server,
      text([
        { ...history[4], entityRef: 'component:default/other' },
        { ...deployment('9', 'a', 1), resutl: 'success' },
        { ...deployment('9', 'a', 1), finishedAt: '1999-01-01T00:00:00Z' },
        { ...history[7], mergedAt: '2025-01-01T00:00:00Z' },
        { ...deployment('9', 'a', 1), source: 'Not A Name' },
        { type: 'deploy' },
        deployment('10', 'a', 6),
        deployment('10', 'a', 6, { url: 'https://ci.example.com/10' }),
      ]),
    );
    expect(bad.body).toMatchObject({ accepted: 1, duplicate: 1, rejected: 6 });
    const reasons = bad.body.rejections.map(
      ({ reason }: { reason: string }) => reason,
    );
    expect(reasons).toEqual([
      expect.stringMatching(/^entityRef: .*component:default\/shop/),
      expect.stringMatching(/^resutl: /),
      expect.stringMatching(/^finishedAt /),
      expect.stringMatching(/^mergedAt: /),
      expect.stringMatching(/^source: /),
      expect.stringMatching(/^type: .*mainline, deployment, incident, pullRe/),
    ]);
    await portal.stop();
  });

  it('goes with the demo data', async () => {
    const { server, knex } = await startDora();
    const made = await send(server, text(history), 'demo');
    expect(made.body.accepted).toBe(history.length);
    await send(server, text([deployment('2', 'b', 3)]));
    await startDora({
      knex,
      config: { portal: { demo: false } },
    });
    expect(await knex('reports').select('id', 'provenance')).toEqual([
      { id: 'github:deployment:2', provenance: 2 },
    ]);
    expect(await knex('report_entities')).toHaveLength(1);
    expect(await knex('commits')).toEqual([]);
  });

  it('tells the time of coding only of pull requests whose first commit is known', async () => {
    const portal = await startDelivery({
      entities: [component('shop', {}), environment('PROD1', true)],
      config: { environments: [{ match: 'production', environment: 'PROD1' }] },
    });
    await portal.look();
    const pullRequest = (number: number, digit: string, more = {}) => ({
      type: 'pullRequest',
      id: `shop-${number}`,
      number,
      openedAt: day(2),
      mergedAt: day(3),
      mergeSha: sha(digit),
      ...more,
    });
    const sent = await send(
      portal.server,
      text([
        commit('a', [], 1),
        commit('b', ['a'], 3),
        commit('c', ['b'], 3),
        deployment('1', 'a', 1),
        deployment('2', 'c', 4),
        pullRequest(7, 'b', { firstCommitAt: day(1) }),
        pullRequest(8, 'c'),
      ]),
    );
    expect(sent.body).toMatchObject({ accepted: 7 });
    const { body } = await portal.get(
      '/entities/component/default/shop/explanation?from=2026-01-01&to=2026-02-01',
    );
    expect(body.leadTimes).toMatchObject({
      coding: { count: 1, p50: 24 },
      fromFirstCommit: { count: 1, p50: 72 },
      review: { count: 2, p50: 24 },
      mergeToDeploy: { count: 2, p50: 24 },
    });
    await portal.stop();
  });
});
