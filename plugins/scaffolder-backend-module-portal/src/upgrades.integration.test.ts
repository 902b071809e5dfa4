import { mockCredentials } from '@backstage/backend-test-utils';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import request from 'supertest';
import { stringify } from 'yaml';
import {
  dev,
  environmentEntities,
  teamEntity,
} from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(240_000);

const run = promisify(execFile);
const jane = 'user:default/jane';
const mallory = 'user:default/mallory';

function template(version: string, required: string[] = ['name']) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'service',
      annotations: { 'portal/template-version': version },
    },
    spec: {
      type: 'service',
      parameters: [
        {
          required,
          properties: {
            name: { type: 'string' },
            greeting: { type: 'string' },
            region: { type: 'string', enum: ['north', 'south'] },
            tier: { type: 'string', default: 'gold' },
          },
        },
      ],
      steps: [
        {
          id: 'fetch',
          action: 'fetch:template',
          input: {
            url: './skeleton',
            values: {
              name: '${{ parameters.name }}',
              greeting: '${{ parameters.greeting }}',
              region: '${{ parameters.region }}',
            },
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
            environments: [dev],
          },
        },
        {
          id: 'publish',
          action: 'portal:git:publish',
          input: { name: '${{ parameters.name }}' },
        },
        {
          id: 'register',
          action: 'catalog:register',
          input: {
            catalogInfoUrl: '${{ steps.publish.output.catalogInfoUrl }}',
          },
        },
      ],
      output: { entityRef: '${{ steps.register.output.entityRef }}' },
    },
  };
}

describe('upgrades of what a template made', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  async function write(path: string, text: string) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  const git = async (...args: string[]) =>
    (
      await run('git', [
        `--git-dir=${join(folder, 'repositories', 'shop.git')}`,
        '-c',
        'user.name=Dev',
        '-c',
        'user.email=dev@localhost',
        ...args,
      ])
    ).stdout.trim();

  const show = (revision: string, path: string) =>
    git('show', `${revision}:${path}`);

  /** What a developer pushes to the portal's folder. */
  async function push(files: Record<string, string>) {
    const clone = join(folder, 'clone');
    await run('git', [
      'clone',
      '-q',
      join(folder, 'repositories/shop.git'),
      clone,
    ]);
    for (const [path, text] of Object.entries(files)) {
      await write(join('clone', path), text);
    }
    const inClone = ['-C', clone, '-c', 'user.name=D', '-c', 'user.email=d@x'];
    await run('git', [...inClone, 'commit', '-qam', 'Work']);
    await run('git', [...inClone, 'push', '-q', 'origin', 'HEAD:main']);
    await rm(clone, { recursive: true });
  }

  async function upgrade(body: object = {}, as = jane) {
    const { body: answer, status } = await request(portal.server)
      .post('/api/scaffolder-portal/v1/upgrades')
      .set('authorization', mockCredentials.user.header(as))
      .send({ entityRef: 'component:default/shop', ...body });
    return { status, ...answer };
  }

  async function refresh(entityRef: string, version: string) {
    const [kind, rest] = entityRef.split(':');
    await request(portal.server)
      .post('/api/catalog/refresh')
      .set('authorization', portal.authorization)
      .send({ entityRef });
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(300)) {
      const { body } = await request(portal.server)
        .get(`/api/catalog/entities/by-name/${kind}/${rest}`)
        .set('authorization', portal.authorization);
      if (body.metadata?.annotations['portal/template-version'] === version) {
        return;
      }
    }
    throw new Error(`${entityRef} did not become v${version} within a minute`);
  }

  async function release(version: string, required?: string[]) {
    await write(
      'templates/service/template.yaml',
      stringify(template(version, required)),
    );
    await refresh('template:default/service', version);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-upgrade-'));
    await write(
      'templates/service/skeleton/README.md',
      '# ${{ values.name }}\n\n${{ values.greeting }}\n\nOne.\n\nTwo.\n\nThree.\n',
    );
    await write('templates/service/skeleton/run.sh', '#!/bin/sh\n');
    await chmod(join(folder, 'templates/service/skeleton/run.sh'), 0o755);
    await write('templates/service/template.yaml', stringify(template('3')));
    await write(
      'catalog.yaml',
      [
        teamEntity,
        ...environmentEntities,
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
      groups: { [jane]: ['group:default/team'] },
      denied: { [mallory]: ['scaffolder-portal.upgrade-any'] },
    });
    const { status, log } = await portal.run('service', {
      name: 'shop',
      greeting: 'Hello there',
    });
    if (status !== 'completed') {
      throw new Error(`The service was not made: ${log}`);
    }
    await portal.entity('component:shop');
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(500)) {
      await portal.trigger('scaffolder-portal-read-runs');
      const { body } = await request(portal.server)
        .get(
          '/api/scaffolder-portal/v1/runs?entityRef=component%3Adefault%2Fshop',
        )
        .set('authorization', portal.authorization);
      if (body.items?.length > 0) {
        return;
      }
    }
    throw new Error('The run was not read within a minute');
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('go on a branch, with what developers did, and main stays', async () => {
    expect(await upgrade()).toMatchObject({ status: 200, state: 'current' });
    await push({
      'README.md': '# shop\n\nHello there\n\nOne.\n\nTwo.\n\nMine.\n',
    });
    const main = await git('rev-parse', 'main');
    await write(
      'templates/service/skeleton/README.md',
      '# ${{ values.name }}\n\n${{ values.greeting }}\n\nFirst.\n\nTwo.\n\nThree.\n',
    );
    await write('templates/service/skeleton/run.sh', '#!/bin/sh\nset -eu\n');
    await write('templates/service/skeleton/NEW.md', 'New\n');
    await release('5');

    const proposed = await upgrade();
    const branch = 'template/service-v5';
    expect(proposed).toMatchObject({
      status: 200,
      state: 'proposed',
      templateRef: 'template:default/service',
      fromVersion: 3,
      toVersion: 5,
      isNew: true,
      branch,
      files: ['NEW.md', 'README.md', 'catalog-info.yaml', 'run.sh'],
      conflicts: [],
      problems: [],
    });
    expect(proposed.link).toBe(
      `${portal.baseUrl}/repositories/shop/tree/${proposed.commit}/`,
    );
    expect(await show(branch, 'README.md')).toBe(
      '# shop\n\nHello there\n\nFirst.\n\nTwo.\n\nMine.',
    );
    expect(await git('ls-tree', branch, 'run.sh')).toMatch(/^100755 /);
    // Nothing of the entity changes but the version.
    expect(
      await git('diff', '--numstat', 'main', branch, '--', 'catalog-info.yaml'),
    ).toBe('1\t1\tcatalog-info.yaml');
    expect(await show(branch, 'catalog-info.yaml')).toContain(
      'portal/template: template:default/service',
    );
    expect(await git('rev-parse', 'main')).toBe(main);
    expect(await upgrade()).toMatchObject({
      state: 'proposed',
      isNew: false,
      commit: proposed.commit,
    });

    // Merged as one commit, it is what the next version rests on.
    await git('update-ref', 'refs/heads/main', branch);
    await refresh('component:default/shop', '5');
    expect(await upgrade()).toMatchObject({ state: 'current', fromVersion: 5 });
    await write('templates/service/skeleton/NEW.md', 'Newer\n');
    await push({ 'NEW.md': 'Ours\n' });
    await release('6', ['name', 'region', 'tier']);
    expect(await upgrade()).toMatchObject({
      state: 'incomplete',
      problems: [{ path: 'region', message: 'requires property "region"' }],
    });
    // As an assistant does it, in the name of the same person.
    const { body: conflicting } = await request(portal.server)
      .post(
        '/api/scaffolder-portal/.backstage/actions/v1/actions/scaffolder-portal%3Apropose-template-upgrade/invoke',
      )
      .set('authorization', portal.authorization)
      .send({
        entityRef: 'component:default/shop',
        values: { region: 'north' },
      });
    expect(conflicting.output).toMatchObject({
      state: 'proposed',
      fromVersion: 5,
      branch: 'template/service-v6',
      conflicts: ['NEW.md'],
    });
    expect(await show('template/service-v6', 'NEW.md')).toBe(
      '<<<<<<< repository\nOurs\n=======\nNewer\n>>>>>>> service-v6',
    );
  });

  it('are for who owns it, and only of what the run made', async () => {
    expect(await upgrade({}, mallory)).toMatchObject({
      status: 403,
      error: { message: expect.stringMatching(/Only who owns shop/) },
    });
    expect(
      await upgrade({ entityRef: 'component:default/gone' }),
    ).toMatchObject({ status: 404 });
    expect(await upgrade({ entityRef: `group:default/team` })).toMatchObject({
      status: 404,
    });
  });
});
