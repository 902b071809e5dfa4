import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { component, testDatabases } from '../../__testUtils__/startDora';
import { applyMigrations } from '../../database/applyMigrations';
import { FakeGithub, type Fault } from './__testUtils__/FakeGithub';
import { sampleRepository } from './__testUtils__/sampleRepository';
import { sampleToken } from './__testUtils__/sampleToken';
import { countReports, startCollector } from './__testUtils__/startCollector';

jest.setTimeout(40_000);

const large = `["${'x'.repeat(17 * 1024 ** 2)}"]`;
const slug = 'github.com/project-slug';

describe('a GitHub that fails', () => {
  let client: Knex;
  let github: FakeGithub;
  let stranger: FakeGithub;

  beforeEach(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations(
      mockServices.database({ knex: client, migrations: { skip: false } }),
    );
    github = await FakeGithub.start();
    stranger = await FakeGithub.start();
  });

  afterEach(async () => {
    // Whatever was answered: another host is asked for nothing.
    if (stranger.requests.length > 0) {
      throw new Error(
        `Another host was asked for ${stranger.requests[0].path}`,
      );
    }
    await github.stop();
    await stranger.stop();
  });

  function add(name: string, count = 2) {
    const sample = sampleRepository({
      slug: `team/${name}`,
      count,
      now: Date.now(),
      from: name === 'b' ? 100 : 0,
    });
    github.repositories.set(`team/${name}`, sample);
    return sample;
  }

  async function start(names: string[], settings = {}) {
    const source = await startCollector({
      client,
      url: github.url,
      entities: names.map(name =>
        component(name.replace(/\W/g, ''), { [slug]: `team/${name}` }),
      ),
      settings: { concurrency: 1, ...settings },
    });
    await source.look();
    return source;
  }

  const repository = '/repos/team/a';
  const bad: {
    name: string;
    path: string;
    fault: Fault;
    expected: RegExp;
    settings?: object;
  }[] = [
    {
      name: 'a repository that is gone',
      path: repository,
      fault: { status: 404, body: { message: 'Not Found' } },
      expected:
        /^Reading github\.com\/team\/a: answered 404 \(Not Found\); correct the annotation/,
    },
    {
      name: 'a missing permission',
      path: `${repository}/pulls`,
      fault: { status: 403, body: { message: 'Resource not accessible' } },
      expected:
        /^Reading the pulls of github\.com\/team\/a: .*permission "Pull requests: read"/,
    },
    {
      name: 'a redirect to another host',
      path: repository,
      fault: { status: 301, headers: { location: 'STRANGER/repositories/1' } },
      expected: /answered 301; the repository was moved or renamed/,
    },
    {
      name: 'an answer that never comes',
      path: `${repository}/deployments`,
      fault: { isSilent: true },
      expected: /no answer within 0\.3 seconds; it is tried again by itself/,
      settings: { requestTimeout: { milliseconds: 300 } },
    },
    {
      name: 'an answer that always fails',
      path: `${repository}/releases`,
      fault: { status: 502, body: `<html>${sampleToken}` },
      expected:
        /^Reading the releases of github\.com\/team\/a: answered 502; it is tried/,
    },
    {
      name: 'a page that is too large',
      path: `${repository}/deployments`,
      fault: { body: 'LARGE' },
      expected: /more than 16 MiB; lower dora\.sources\.githubRest\.pageSize/,
    },
    {
      name: 'what is no JSON',
      path: `${repository}/deployments`,
      fault: { body: '<html>' },
      expected: /the answer is no JSON/,
    },
    {
      name: 'what is no list',
      path: `${repository}/pulls`,
      fault: { body: { message: 'hello' } },
      expected: /the answer is no list/,
    },
    {
      name: 'what is no repository',
      path: repository,
      fault: { body: ['hello'] },
      expected: /the answer is no repository/,
    },
  ];

  it.each(bad)('tells of $name', async each => {
    const { path, fault, expected, settings } = each;
    add('a');
    add('b');
    const source = await start(['a', 'b'], settings);
    const headers = Object.fromEntries(
      Object.entries(fault.headers ?? {}).map(([name, value]) => [
        name,
        value.replace('STRANGER', stranger.url),
      ]),
    );
    github.fault = seen =>
      seen.replace(/\?.*/, '') === path
        ? { ...fault, headers, ...(fault.body === 'LARGE' && { body: large }) }
        : undefined;
    await source.read();
    const status = await source.status('a');
    expect(status?.error).toMatch(expected);
    expect(status?.failingSince).toBeInstanceOf(Date);
    expect(source.logger.warn.mock.calls[0][0]).toMatch(expected);
    // The others go on, and so do the other parts.
    expect(await source.status('b')).toMatchObject({
      error: undefined,
      lastSuccessAt: expect.any(Date),
    });
    const counts = Object.values(await countReports(client));
    expect(counts.reduce((sum, count) => sum + count)).toBe(
      path === repository ? 6 : 10,
    );
    const [row] = await client('github_repositories')
      .where({ name: 'github.com/team/a' })
      .select(client.raw("next_at - now() > interval '10 minutes' AS later"));
    expect(row.later).toBe(true);
    expect(source.logged()).not.toContain(sampleToken);
    expect(
      JSON.stringify(await client('github_repositories').select()),
    ).not.toContain(sampleToken);

    github.fault = () => undefined;
    await source.readAgain();
    expect(await source.status('a')).toMatchObject({
      error: undefined,
      failingSince: undefined,
    });
    expect(source.logger.info).toHaveBeenCalledWith(
      'github.com/team/a is read again',
    );
    expect(Object.values(await countReports(client))).toEqual([4, 4, 4]);
  });

  it('does not go on with a wrong token, and never shows one', async () => {
    add('a');
    add('b');
    const source = await start(['a', 'b']);
    github.fault = () => ({
      status: 401,
      body: { message: `Bad credentials ${sampleToken}` },
    });
    await source.read();
    for (const name of ['a', 'b']) {
      expect((await source.status(name))?.error).toMatch(
        /answered 401 \(Bad credentials \*\*\*\); give a valid token/,
      );
    }
    expect(github.requests).toHaveLength(1);
    expect(source.logged()).not.toContain(sampleToken);
    expect(
      JSON.stringify(await client('github_repositories').select()),
    ).not.toContain(sampleToken);
  });

  it('says the new name of a repository that was renamed', async () => {
    add('a');
    const source = await start(['a', '../x', 'a/b']);
    github.fault = path => {
      switch (path) {
        case '/repos/team/a':
          return {
            status: 301,
            headers: { location: `${github.url}/repositories/186853002` },
          };
        case '/repositories/186853002':
          return { body: { id: 186853002, full_name: 'team/renamed' } };
        default:
          return undefined;
      }
    };
    await source.read();
    expect((await source.status('a'))?.error).toMatch(
      /it is called team\/renamed now; .* into the annotation/,
    );
    for (const name of ['x', 'ab']) {
      expect((await source.status(name))?.error).toMatch(
        /no name of a repository; write the owner and the name into/,
      );
    }
    expect(github.requests.map(({ path }) => path)).toEqual([
      '/repos/team/a',
      '/repositories/186853002',
    ]);
  });

  it('gets over failures that pass', async () => {
    add('a');
    const source = await start(['a']);
    github.fault = (_, count) =>
      count % 3 === 0 ? { status: 503 } : undefined;
    await source.read();
    expect(await source.status('a')).toMatchObject({
      error: undefined,
      lastSuccessAt: expect.any(Date),
    });
    expect(await countReports(client)).toEqual({
      deployment: 2,
      'pull-request': 2,
      release: 2,
    });
  });

  it('sends its token to no other host, whatever the pages link to', async () => {
    add('a', 7);
    const source = await start(['a'], { pageSize: 2 });
    github.link = link => link.replaceAll(github.url, stranger.url);
    await source.read();
    expect(await countReports(client)).toEqual({
      deployment: 7,
      'pull-request': 7,
      release: 7,
    });
    expect(
      github.requests.every(({ token }) => token === `Bearer ${sampleToken}`),
    ).toBe(true);

    // Pages that link to themselves come to an end.
    github.link = link =>
      link.replace(/page=\d+>; rel="next"/, 'page=2>; rel="next"');
    add('a', 9);
    await source.readAgain();
    github.takeRequests();
    await client('github_repositories').update({ cursor: null });
    await source.readAgain();
    expect((await source.status('a'))?.error).toMatch(/do not come to an end/);
  });

  it('takes what is good of a page, and says how much is not', async () => {
    const sample = add('a', 4);
    sample.deployments[0].deployment.sha = 'main';
    sample.deployments[1].statuses[0].created_at = '1999-01-01T00:00:00Z';
    sample.deployments[2].deployment.created_at = 'yesterday';
    Reflect.set(sample.pulls[0].pull, 'id', null);
    sample.pulls[1].commits = [
      { commit: { author: { date: '2199-01-01T00:00:00Z' } } },
      7,
    ];
    sample.releases[0].published_at = null;
    sample.releases[1].tag_name = 'x'.repeat(3000);
    const source = await start(['a']);
    await source.read();
    expect(await source.status('a')).toMatchObject({ error: undefined });
    expect(await countReports(client)).toEqual({
      deployment: 2,
      'pull-request': 3,
      release: 2,
    });
    expect(source.logged()).toMatch(
      /5 things of github\.com\/team\/a were not taken\. The first one: deployment\.sha/,
    );
  });
});
