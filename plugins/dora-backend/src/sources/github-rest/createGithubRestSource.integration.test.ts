import { mockServices } from '@backstage/backend-test-utils';
import { mergeReports } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { component, testDatabases } from '../../__testUtils__/startDora';
import { applyMigrations } from '../../database/applyMigrations';
import { createGithubParser } from '../github';
import { FakeGithub } from './__testUtils__/FakeGithub';
import {
  sampleDeployment,
  samplePull,
  sampleRelease,
  sampleRepository,
  webhooksOf,
} from './__testUtils__/sampleRepository';
import { sampleToken } from './__testUtils__/sampleToken';
import { countReports, startCollector } from './__testUtils__/startCollector';

jest.setTimeout(40_000);

const slug = 'github.com/project-slug';
const shop = component('shop', { [slug]: 'Team/Shop' });

describe('createGithubRestSource', () => {
  let client: Knex;
  let github: FakeGithub;
  let now: number;

  beforeEach(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations(
      mockServices.database({ knex: client, migrations: { skip: false } }),
    );
    github = await FakeGithub.start();
    now = Math.floor(Date.now() / 1000) * 1000;
  });

  afterEach(() => github.stop());

  function add(name: string, count: number) {
    const sample = sampleRepository({ slug: name, count, now });
    github.repositories.set(name.toLowerCase(), sample);
    return sample;
  }

  const dump = () =>
    client('reports').orderBy(['kind', 'id']).select('kind', 'id', 'report');

  it('keeps what webhooks would have told, asks for changes only, and keeps up', async () => {
    const sample = add('team/shop', 7);
    sample.pulls.push(samplePull({ n: 99, at: now - 2e7, isMerged: false }));
    const source = await startCollector({
      client,
      url: github.url,
      // Two components share the repository, one is no component of it.
      entities: [
        shop,
        component('twin', { [slug]: 'team/shop' }),
        component('other'),
      ],
      settings: { pageSize: 3 },
    });
    await source.look();
    await source.read();
    expect(await source.status('shop')).toMatchObject({
      location: 'github.com/Team/Shop',
      lastSuccessAt: expect.any(Date),
      error: undefined,
    });
    expect(await source.status('twin')).toBeDefined();
    expect(await source.status('other')).toBeUndefined();

    const parse = createGithubParser();
    const told = mergeReports(
      webhooksOf(sample).flatMap(
        ({ event, body }) =>
          parse({
            sender: 'github',
            event,
            body,
            receivedAt: new Date().toISOString(),
          }).facts,
      ),
    );
    const kept = await dump();
    expect(
      kept.map(({ report: { firstCommitAt, ...report } }) => report),
    ).toEqual(JSON.parse(JSON.stringify(told)));
    expect(
      kept.find(({ id }) => id === 'github:pull-request:5007')?.report,
    ).toMatchObject({
      firstCommitAt: now - 21 * 3_600_000,
      firstReviewAt: now - 9 * 3_600_000,
      state: 'merged',
    });

    // It is not its time yet; then nothing is new.
    github.takeRequests();
    await source.read();
    expect(github.takeRequests()).toEqual([]);
    const { remaining } = github.limit;
    await source.readAgain();
    const again = github.takeRequests();
    expect(again.map(({ status }) => status)).toEqual(again.map(() => 304));
    expect(again.length).toBe(4);
    expect(github.limit.remaining).toBe(remaining);
    expect(await dump()).toEqual(kept);

    // A deployment that runs, with its end later; a merge, a release, a comment on what was merged long ago.
    const running = sampleDeployment({
      n: 50,
      at: now - 60_000,
      states: ['in_progress'],
    });
    sample.deployments.unshift(running);
    const old = sample.pulls[5];
    old.pull.updated_at = new Date(now).toISOString();
    sample.pulls.splice(5, 1);
    sample.pulls.unshift(old, samplePull({ n: 51, at: now - 30_000 }));
    sample.releases.unshift(sampleRelease({ n: 52, at: now - 20_000 }));
    await source.readAgain();
    const paths = github.takeRequests().map(({ path }) => path);
    // The last ones before are looked at once more: a list may be a little late.
    expect(paths.filter(path => /pulls\/\d+/.test(path))).toEqual([
      '/repos/Team/Shop/pulls/51/commits?per_page=3',
      '/repos/Team/Shop/pulls/51/reviews?per_page=3',
      '/repos/Team/Shop/pulls/7/commits?per_page=3',
      '/repos/Team/Shop/pulls/7/reviews?per_page=3',
    ]);
    expect(paths.some(path => path.includes('1050/statuses'))).toBe(true);
    const [before] = await client('reports')
      .where({ id: 'github:deployment:1050' })
      .select('report');
    expect(before.report.result).toBeUndefined();

    running.statuses.unshift(
      sampleDeployment({ n: 50, at: now - 55_000, states: ['x', 'failure'] })
        .statuses[0],
    );
    await client('github_repositories').update({
      cursor: client.raw(
        `jsonb_set(cursor, '{watched,0,checkedAt}', to_jsonb(?::bigint))`,
        [now - 3_600_000],
      ),
    });
    await source.readAgain();
    const [after] = await client('reports')
      .where({ id: 'github:deployment:1050' })
      .select('report');
    expect(after.report.result).toBe('failure');
    expect(await countReports(client)).toEqual({
      deployment: 8,
      'pull-request': 9,
      release: 8,
    });
    expect(source.logger.warn).not.toHaveBeenCalled();
  });

  it('reads no further back than it is told, and again when it is told more', async () => {
    const sample = add('team/shop', 3);
    const day = 86_400_000;
    sample.deployments.push(sampleDeployment({ n: 60, at: now - 100 * day }));
    sample.pulls.push(samplePull({ n: 60, at: now - 100 * day }));
    sample.releases.push(sampleRelease({ n: 60, at: now - 100 * day }));
    const options = { client, url: github.url, entities: [shop] };
    const first = await startCollector(options);
    await first.look();
    await first.read();
    const each = (count: number) => ({
      deployment: count,
      'pull-request': count,
      release: count,
    });
    expect(await countReports(client)).toEqual(each(3));
    const second = await startCollector({
      ...options,
      settings: { history: { days: 200 } },
    });
    await second.readAgain();
    expect(await countReports(client)).toEqual(each(4));
  });

  it('goes on in the middle after a stop, without asking again for what is done', async () => {
    add('team/shop', 60);
    const options = {
      client,
      url: github.url,
      entities: [shop],
      settings: { pageSize: 25 },
    };
    const first = await startCollector(options);
    await first.look();
    const stop = new AbortController();
    github.fault = (_, count) => {
      if (count === 50) {
        stop.abort();
        return { isSilent: true };
      }
      return undefined;
    };
    await first.read(stop.signal);
    const before = github.takeRequests();
    expect(before).toHaveLength(50);
    expect((await countReports(client)).deployment).toBe(45);
    expect(await first.status('shop')).toMatchObject({ error: undefined });

    github.fault = () => undefined;
    const second = await startCollector(options);
    await second.read();
    expect(await countReports(client)).toEqual({
      deployment: 60,
      'pull-request': 60,
      release: 60,
    });
    const asked = (requests: { path: string }[]) =>
      requests.flatMap(
        ({ path }) => /deployments\/(\d+)/.exec(path)?.[1] ?? [],
      );
    const done = new Set(asked(before).slice(0, 45));
    expect(done.size).toBe(45);
    const repeated = asked(github.takeRequests()).filter(id => done.has(id));
    expect(repeated).toEqual([]);
  });

  it('gives a large repository turns, with others in between', async () => {
    add('team/large', 150);
    add('team/small', 1);
    const source = await startCollector({
      client,
      url: github.url,
      entities: ['large', 'small'].map(name =>
        component(name, { [slug]: `team/${name}` }),
      ),
      settings: { concurrency: 1 },
    });
    await source.look();
    await source.read();
    expect(await countReports(client)).toEqual({
      deployment: 150,
      'pull-request': 150,
      release: 150,
    });
    const isSmall = github
      .takeRequests()
      .map(({ path }) => path.includes('small'));
    expect(isSmall.indexOf(true)).toBe(200);
    expect(isSmall.slice(210)).toContain(false);
    expect(github.limit.remaining).toBeGreaterThan(4000);
  });

  it('leaves requests for others, and goes on when the limit is set back', async () => {
    add('team/shop', 30);
    github.limit = { limit: 120, remaining: 95, resetAt: Date.now() + 6000 };
    const source = await startCollector({
      client,
      url: github.url,
      entities: [shop],
      settings: { keepRemaining: 50 },
    });
    await source.look();
    await source.read();
    expect(github.limit.remaining).toBe(50);
    const [row] = await client('github_repositories').select('next_at');
    const reset = github.limit.resetAt;
    expect(Math.abs(+row.next_at - reset)).toBeLessThan(1100);
    // Whoever asks too early is not let through.
    await source.readAgain();
    expect(github.limit.remaining).toBe(50);
    expect(await source.status('shop')).toMatchObject({
      error: undefined,
      failingSince: undefined,
    });

    await new Promise(resolve =>
      setTimeout(resolve, +row.next_at - Date.now()),
    );
    await source.read();
    expect((await countReports(client)).deployment).toBe(30);
    expect(github.limit.remaining).toBeGreaterThanOrEqual(50);
    expect(source.logger.warn).not.toHaveBeenCalled();
  });

  it.each([
    ['a secondary limit', 403, { 'retry-after': '2' }],
    ['too many requests', 429, { 'retry-after': '2' }],
  ])('waits after %s', async (_, status, headers) => {
    add('team/shop', 2);
    add('team/other', 2);
    const source = await startCollector({
      client,
      url: github.url,
      entities: ['shop', 'other'].map(name =>
        component(name, { [slug]: `team/${name}` }),
      ),
      settings: { concurrency: 1 },
    });
    await source.look();
    github.fault = (_path, count) =>
      count === 3
        ? { status, headers, body: { message: 'secondary rate limit' } }
        : undefined;
    await source.read();
    expect(github.takeRequests()).toHaveLength(3);
    expect(await source.status('shop')).toMatchObject({ error: undefined });
    github.fault = () => undefined;
    await new Promise(resolve => setTimeout(resolve, 2100));
    await source.read();
    expect(await source.status('shop')).toMatchObject({
      lastSuccessAt: expect.any(Date),
    });
    expect(await source.status('other')).toMatchObject({
      lastSuccessAt: expect.any(Date),
    });
    expect(source.logged()).not.toContain(sampleToken);
  });

  it('reads what components name now, and nothing while it is off', async () => {
    add('team/shop', 1);
    add('team/other', 1);
    const options = { client, url: github.url };
    const off = await startCollector({
      ...options,
      entities: [shop],
      settings: { enabled: false },
    });
    expect(off.tasks).toEqual([]);
    const unset = await startCollector({
      ...options,
      entities: [shop],
      integrations: { github: [] },
    });
    expect(unset.tasks).toEqual([]);
    expect(unset.logged()).toContain('integrations.github');

    const both = await startCollector({
      ...options,
      entities: [shop, component('other', { [slug]: 'team/other' })],
    });
    await both.look();
    const one = await startCollector({ ...options, entities: [shop] });
    await one.look();
    const none = await startCollector({ ...options, entities: [] });
    await none.look();
    await one.read();
    const paths = github.takeRequests().map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter(path => path.includes('other'))).toEqual([]);
    expect(await one.status('other')).toBeUndefined();
    await expect(
      startCollector({ ...options, entities: [], settings: { tokens: 'x' } }),
    ).rejects.toThrow(/dora\.sources\.githubRest\.tokens: there is no such/);
    await expect(
      startCollector({ ...options, entities: [], settings: { pageSize: 101 } }),
    ).rejects.toThrow(/githubRest\.pageSize: found 101, .* from 1 to 100/);
  });
});
