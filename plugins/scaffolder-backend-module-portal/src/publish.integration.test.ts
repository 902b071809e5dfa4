import { execFile } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import request from 'supertest';
import { stringify } from 'yaml';
import {
  dev,
  environmentEntities,
  prod,
  teamEntity,
} from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';

const run = promisify(execFile);

const publish = {
  id: 'publish',
  action: 'portal:git:publish',
  input: { name: '${{ parameters.name }}', description: 'Takes orders.' },
};
const register = {
  id: 'register',
  action: 'catalog:register',
  input: { catalogInfoUrl: '${{ steps.publish.output.catalogInfoUrl }}' },
};
const wait = {
  id: 'wait',
  action: 'portal:catalog:wait',
  input: { entityRef: '${{ steps.register.output.entityRef }}' },
};
const describeStep = {
  id: 'describe',
  action: 'portal:catalog:describe',
  input: {
    kind: 'Component',
    type: 'service',
    name: '${{ parameters.name }}',
    description: '${{ parameters.description }}',
    owner: 'group:default/team',
    environments: [dev, prod],
    healthPath: '/health',
  },
};

function template(name: string, steps: object[]) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name, annotations: { 'portal/template-version': '3' } },
    spec: {
      type: 'service',
      parameters: [],
      steps,
      output: {
        repository: '${{ steps.publish.output.repositoryUrl }}',
        cloneUrl: '${{ steps.publish.output.cloneUrl }}',
      },
    },
  };
}

const whole = [
  {
    id: 'fetch',
    action: 'fetch:template',
    input: { url: './skeleton', values: { name: '${{ parameters.name }}' } },
  },
  {
    id: 'docs',
    action: 'portal:fetch:part',
    input: { part: 'docs', values: { name: '${{ parameters.name }}' } },
  },
  describeStep,
  publish,
  register,
  wait,
];

describe('a template that publishes to the portal itself', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  async function write(path: string, text: string) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-publish-'));
    await write('skeleton/README.md', '# ${{ values.name }}\n');
    await write('skeleton/run.sh', '#!/bin/sh\n');
    await write('parts/docs/mkdocs.yml', 'site_name: ${{ values.name }}\n');
    await write('parts/docs/docs/index.md', '# ${{ values.name }}\n');
    await write('secret.txt', 'hunter2');
    await mkdir(join(folder, 'leaky'));
    await symlink(join(folder, 'secret.txt'), join(folder, 'leaky/inside.txt'));
    const fetchLeaky = {
      id: 'fetch',
      action: 'fetch:plain',
      input: { url: './leaky' },
    };
    const documents = [
      teamEntity,
      ...environmentEntities,
      template('service', whole),
      template('leaky', [fetchLeaky, publish]),
      template('empty', [publish]),
      template('late', [
        {
          ...wait,
          input: { entityRef: 'component:default/none', timeoutSeconds: 1 },
        },
      ]),
      template('up', [
        {
          id: 'up',
          action: 'portal:fetch:part',
          input: { part: '../skeleton' },
        },
      ]),
      template('breaks', [
        ...whole.slice(0, 4),
        { id: 'late', action: 'fetch:template', input: { url: './late' } },
        register,
      ]),
    ];
    await write(
      'catalog.yaml',
      documents.map(each => stringify(each)).join('---\n'),
    );
    portal = await startScaffolder({ folder, parts: join(folder, 'parts') });
    await portal.entity('resource:prod1');
  }, 180_000);

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is in the catalog with all that plugins read, and can be cloned and browsed', async () => {
    const description = `Takes "orders": \\ \${{ x }} <b>\u{1f4e6}`;
    const task = await portal.run('service', { name: 'orders', description });
    expect(task.log).toContain('Published');
    expect(task.status).toBe('completed');
    expect(task.output).toEqual({
      repository: `${portal.baseUrl}/repositories/orders`,
      cloneUrl: `${portal.baseUrl}/api/repositories/git/orders.git`,
    });

    // Who follows a link of the finished run finds the page.
    const { status, body: entity } = await request(portal.server)
      .get('/api/catalog/entities/by-name/component/default/orders')
      .set('authorization', portal.authorization);
    expect(status).toBe(200);
    expect(entity.metadata).toMatchObject({
      description,
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'portal/delivery-git': `${portal.baseUrl}/repositories/orders`,
        'portal/environments': 'DEV1,PROD1',
        'portal/health-checks':
          'DEV1=https://orders.dev1.example.com/health\nPROD1=https://orders.prod1.example.com/health',
        'portal/template': 'template:default/service',
        'portal/template-version': '3',
        'backstage.io/source-location': `url:${portal.baseUrl}/repositories/orders/tree/main/`,
      },
    });

    const clone = join(folder, 'clone');
    // The test backend listens where it likes.
    const { pathname } = new URL(String(task.output.cloneUrl));
    const listening = `http://127.0.0.1:${portal.server.port()}`;
    await run('git', ['clone', '--quiet', `${listening}${pathname}`, clone]);
    expect((await readdir(clone)).sort()).toEqual([
      '.git',
      'README.md',
      'catalog-info.yaml',
      'docs',
      'mkdocs.yml',
      'run.sh',
    ]);
    expect(await readFile(join(clone, 'README.md'), 'utf8')).toBe('# orders\n');
    const { stdout } = await run('git', [
      '-C',
      clone,
      'log',
      '--format=%s %an',
    ]);
    expect(stdout.trim()).toBe('Begin orders jane');

    const get = (path: string) =>
      request(portal.server)
        .get(`/api/repositories/v1/repositories${path}`)
        .set('authorization', portal.authorization);
    expect((await get('/orders')).body).toMatchObject({
      name: 'orders',
      description: 'Takes orders.',
      origin: {
        taskId: task.id,
        templateRef: 'template:default/service',
        createdBy: 'user:default/jane',
      },
    });
    expect((await get('/orders/content')).body.entries).toEqual([
      { name: 'docs', type: 'folder' },
      { name: 'README.md', type: 'file', size: 9 },
      { name: 'catalog-info.yaml', type: 'file', size: expect.any(Number) },
      { name: 'mkdocs.yml', type: 'file', size: 18 },
      { name: 'run.sh', type: 'file', size: 10 },
    ]);
    expect((await get('/orders/content?path=README.md')).body.file).toEqual({
      size: 9,
      text: '# orders\n',
    });
    expect(
      (await get('/orders/content?path=..%2F..%2Fsecret.txt')).status,
    ).toBe(404);
    expect((await get('/orders/content?revision=--output%3Dx')).status).toBe(
      404,
    );
    expect((await get('/none')).status).toBe(404);
  }, 120_000);

  it('ends well where the catalog is late, and says so', async () => {
    const task = await portal.run('late', {});
    expect(task.status).toBe('completed');
    expect(task.log).toContain(
      'component:default/none was not in the catalog after 1 s',
    );
  });

  it('refuses a name that is taken, and registers nothing', async () => {
    const values = { name: 'taken', description: 'Once.' };
    expect((await portal.run('service', values)).status).toBe('completed');
    const again = await portal.run('service', values);
    expect(again.status).toBe('failed');
    expect(again.log).toContain('There is a repository "taken" already');
  }, 120_000);

  it('completes on a retry what broke half-way, with one repository', async () => {
    const first = await portal.run('breaks', {
      name: 'mended',
      description: 'Breaks.',
    });
    expect(first.status).toBe('failed');
    await write('late/late.txt', 'late');
    const second = await portal.retry(first.id);
    expect(second.log).toContain('late');
    expect(second.status).toBe('completed');
    const { metadata } = await portal.entity('component:mended');
    expect(metadata.name).toBe('mended');
    expect(await readdir(join(folder, 'repositories'))).toContain('mended.git');
    expect(await readdir(join(folder, 'repositories/.staging'))).toEqual([]);
  }, 120_000);

  it('makes nothing where the folder of repositories fails, and completes on a retry', async () => {
    const staging = join(folder, 'repositories/.staging');
    await rm(staging, { recursive: true, force: true });
    await writeFile(staging, 'in the way');
    const values = { name: 'blocked', description: 'Comes late.' };
    const first = await portal.run('service', values);
    expect(first.status).toBe('failed');
    expect(first.log).toMatch(/could not be written .* nothing was published/);
    expect(await readdir(join(folder, 'repositories'))).not.toContain(
      'blocked.git',
    );
    const found = () =>
      request(portal.server)
        .get('/api/catalog/entities/by-name/component/default/blocked')
        .set('authorization', portal.authorization);
    expect((await found()).status).toBe(404);

    await rm(staging);
    const { database } = portal;
    const kept = () =>
      database('scaffolder.portal_workspaces').where({ task_id: first.id });
    const [row] = await kept();
    await kept().delete();
    expect((await portal.retry(first.id)).status).toBe('failed');
    expect(await readdir(join(folder, 'repositories'))).not.toContain(
      'blocked.git',
    );
    await database('scaffolder.portal_workspaces').insert(row);
    const second = await portal.retry(first.id);
    expect([second.log, second.status]).toEqual([
      expect.stringContaining('Published'),
      'completed',
    ]);
    expect((await found()).status).toBe(200);
    expect(await kept()).toEqual([]);
    // With what the steps before made, which were not run again.
    const { body } = await request(portal.server)
      .get('/api/repositories/v1/repositories/blocked/content')
      .set('authorization', portal.authorization);
    expect(body.entries).toHaveLength(5);
  }, 120_000);

  it.each([
    ['service', 'Bad Name', /can't be the name of a repository/],
    ['service', '../escape', /can't be the name of a repository|policy/i],
    ['service', '--upload-pack=x', /can't be the name of a repository/],
    ['empty', 'nothing', /holds no file to publish/],
    // The scaffolder copies no link that leads out of a template.
    ['leaky', 'leaks', /holds no file to publish/],
    ['up', 'up', /can't be the name of a part/],
  ])(
    'fails at the step: %s as "%s"',
    async (name, value, message) => {
      const task = await portal.run(name, { name: value, description: 'Bad.' });
      expect(task.status).toBe('failed');
      expect(task.log).toMatch(message);
      const made = await readdir(join(folder, 'repositories'));
      expect(made).not.toContain(`${value}.git`);
    },
    60_000,
  );

  it('lets nobody push, and no page of another site clone', async () => {
    await portal.run('service', { name: 'guarded', description: 'Guarded.' });
    const path = '/api/repositories/git/guarded.git/info/refs';
    const ask = (service: string) =>
      request(portal.server).get(`${path}?service=${service}`);
    expect(
      (await ask('git-upload-pack').set('host', 'localhost:1')).status,
    ).toBe(200);
    expect(
      (await ask('git-receive-pack').set('host', 'localhost:1')).status,
    ).toBe(403);
    const rebound = await ask('git-upload-pack').set(
      'host',
      'evil.example.com',
    );
    expect(rebound.status).toBe(403);
    expect(
      (
        await ask('git-upload-pack')
          .set('host', 'localhost:1')
          .set('authorization', 'Basic eDp5')
      ).status,
    ).toBe(401);
  }, 60_000);
});
