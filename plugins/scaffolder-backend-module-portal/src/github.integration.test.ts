import { mockCredentials } from '@backstage/backend-test-utils';
import scaffolderModuleGithub from '@backstage/plugin-scaffolder-backend-module-github';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { stringify } from 'yaml';
import { teamEntity } from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { TinyGithub } from './__testUtils__/TinyGithub';

jest.setTimeout(240_000);

const jane = 'user:default/jane';
const slug = 'acme/shop';
const branch = 'template/service-v5';

function template(version: string, host: string) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'service',
      annotations: { 'portal/template-version': version },
    },
    spec: {
      type: 'service',
      EXPERIMENTAL_recovery: { EXPERIMENTAL_strategy: 'startOver' },
      parameters: [
        { required: ['name'], properties: { name: { type: 'string' } } },
      ],
      steps: [
        {
          id: 'fetch',
          action: 'fetch:template',
          input: {
            url: './skeleton',
            values: { name: '${{ parameters.name }}' },
          },
        },
        {
          id: 'describe',
          action: 'portal:catalog:describe',
          input: {
            kind: 'Component',
            type: 'service',
            name: '${{ parameters.name }}',
            description: 'Takes orders.',
            owner: 'group:default/team',
            repository: `https://${host}/acme/\${{ parameters.name }}`,
          },
        },
        {
          id: 'publish',
          action: 'publish:github',
          input: {
            repoUrl: `${host}?owner=acme&repo=\${{ parameters.name }}`,
            protectDefaultBranch: false,
          },
        },
        {
          id: 'register',
          action: 'catalog:register',
          input: {
            repoContentsUrl: '${{ steps.publish.output.repoContentsUrl }}',
            catalogInfoPath: '/catalog-info.yaml',
          },
        },
      ],
      output: { entityRef: '${{ steps.register.output.entityRef }}' },
    },
  };
}

describe('a template that publishes to GitHub', () => {
  let folder: string;
  let github: TinyGithub;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  async function write(path: string, text: string) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  const git = (...args: string[]) => github.repositories.git(slug, ...args);
  const get = (path: string) =>
    request(portal.server)
      .get(`/api${path}`)
      .set('authorization', portal.authorization);

  async function upgrade(body: object = {}) {
    const { body: answer, status } = await request(portal.server)
      .post('/api/scaffolder-portal/v1/upgrades')
      .set('authorization', mockCredentials.user.header(jane))
      .send({ entityRef: 'component:default/shop', ...body });
    return { status, ...answer };
  }

  async function until<T>(ask: () => Promise<T | undefined | false>) {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(300)) {
      const answer = await ask();
      if (answer) {
        return answer;
      }
    }
    throw new Error('Not within a minute');
  }

  async function refresh(entityRef: string, version: string) {
    const [kind, rest] = entityRef.split(':');
    await request(portal.server)
      .post('/api/catalog/refresh')
      .set('authorization', portal.authorization)
      .send({ entityRef });
    await until(async () => {
      const { body } = await get(`/catalog/entities/by-name/${kind}/${rest}`);
      return body.metadata?.annotations['portal/template-version'] === version;
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-github-'));
    github = await TinyGithub.start({ root: join(folder, 'github') });
    await write('ca.pem', github.certificate);
    await write(
      'templates/service/skeleton/README.md',
      '# ${{ values.name }}\n\nOne.\n\nTwo.\n\nThree.\n',
    );
    await write(
      'templates/service/template.yaml',
      stringify(template('3', github.host)),
    );
    await write(
      'catalog.yaml',
      [
        teamEntity,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Location',
          metadata: { name: 'templates' },
          spec: { type: 'file', target: './templates/service/template.yaml' },
        },
      ]
        .map(each => stringify(each))
        .join('---\n'),
    );
    portal = await startScaffolder({
      folder,
      features: [scaffolderModuleGithub],
      groups: { [jane]: ['group:default/team'] },
      config: {
        scaffolderPortal: { upgrades: { caFile: join(folder, 'ca.pem') } },
        integrations: {
          github: [
            { host: github.host, apiBaseUrl: github.url, token: github.token },
          ],
        },
      },
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await github?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('registers nothing where GitHub fails half-way, and completes on a retry', async () => {
    // The repository is made, and the push to it fails. With 5xx the action itself tries again, for a minute.
    github.faults = [{ asked: /shop\.git/, status: 403 }];
    const first = await portal.run('service', { name: 'shop' });
    expect(first.status).toBe('failed');
    expect(first.log).toMatch(/HTTP Error: 403/);
    expect(git('for-each-ref')).toBe('');
    expect(
      (await get('/catalog/entities/by-name/component/default/shop')).status,
    ).toBe(404);
    const { body: locations } = await get('/catalog/locations');
    expect(JSON.stringify(locations)).not.toContain('shop');

    github.faults = [];
    const second = await portal.retry(first.id);
    expect(second.log).toContain('Finished step');
    expect(second.status).toBe('completed');
    expect(git('show', 'main:README.md')).toMatch(/^# shop/);
    expect((await portal.entity('component:shop')).metadata.name).toBe('shop');
    expect(
      github.asked.filter(asked => asked === 'POST /orgs/acme/repos'),
    ).toHaveLength(1);
  });

  it('names what stays where GitHub made the repository and did not say so', async () => {
    github.faults = [
      { asked: /^POST .orgs.acme.repos$/, status: 500, isDone: true },
    ];
    const first = await portal.run('service', { name: 'late' });
    expect(first.status).toBe('failed');
    // The action asks again by itself, and finds its own.
    expect(first.log).toContain(
      'Failed to create the Organization repository acme/late',
    );
    github.faults = [];
    const second = await portal.retry(first.id);
    expect(second.status).toBe('failed');
    expect(second.log).toContain('name already exists on this account');
    // As docs/operator-guide/software-templates.md tells: nothing is in it, so it can be deleted.
    expect(github.repositories.git('acme/late', 'for-each-ref')).toBe('');
    await rm(github.repositories.folderOf('acme/late'), { recursive: true });
    expect((await portal.retry(first.id)).status).toBe('completed');
  });

  it('is upgraded by a pull request', async () => {
    await until(async () => {
      await portal.trigger('scaffolder-portal-read-runs');
      const { body } = await get(
        '/scaffolder-portal/v1/runs?entityRef=component%3Adefault%2Fshop',
      );
      return body.items?.length > 0;
    });
    expect(await upgrade()).toMatchObject({ status: 200, state: 'current' });
    const main = git('rev-parse', 'main');
    await write(
      'templates/service/skeleton/README.md',
      '# ${{ values.name }}\n\nFirst.\n\nTwo.\n\nThree.\n',
    );
    await write(
      'templates/service/template.yaml',
      stringify(template('5', github.host)),
    );
    await refresh('template:default/service', '5');

    // The branch is pushed, and the pull request is not opened: asking again opens it.
    github.faults = [{ asked: /^POST .*\/pulls$/, status: 422 }];
    expect(await upgrade()).toMatchObject({
      status: 409,
      error: { message: expect.stringMatching(/is there, its pull request/) },
    });
    expect(git('rev-parse', `${branch}^`)).toBe(main);
    github.faults = [];
    const proposed = await upgrade();
    const page = `https://${github.host}/${slug}`;
    expect(proposed).toMatchObject({
      status: 200,
      state: 'proposed',
      fromVersion: 3,
      toVersion: 5,
      isNew: false,
      branch,
      files: ['README.md', 'catalog-info.yaml'],
      conflicts: [],
      cloneUrl: `${page}.git`,
      pullRequest: `${page}/pull/1`,
      link: `${page}/tree/${git('rev-parse', branch)}`,
    });
    expect(github.repositories.pullRequests).toMatchObject([
      {
        title: 'Upgrade service from v3 to v5',
        base: { ref: 'main' },
        head: { ref: branch },
      },
    ]);
    expect(git('show', `${branch}:README.md`)).toBe(
      '# shop\n\nFirst.\n\nTwo.\n\nThree.',
    );
    expect(git('rev-parse', 'main')).toBe(main);
    expect(await upgrade()).toMatchObject({ pullRequest: `${page}/pull/1` });
    expect(github.repositories.pullRequests).toHaveLength(1);

    // Merged, it is what the next version rests on.
    git('update-ref', 'refs/heads/main', branch);
    await refresh('component:default/shop', '5');
    expect(await upgrade()).toMatchObject({ state: 'current', fromVersion: 5 });
  });
});
