import scaffolderModuleGithub from '@backstage/plugin-scaffolder-backend-module-github';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import request from 'supertest';
import { stringify } from 'yaml';
import { teamEntity } from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { TinyGithub } from './__testUtils__/TinyGithub';

jest.setTimeout(240_000);

const slug = 'acme/shop';

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

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-github-'));
    github = await TinyGithub.start({ root: join(folder, 'github') });
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
      config: {
        // As the portal sets it.
        scaffolder: {
          taskRecovery: { enabled: true, workspaceProvider: 'portal' },
        },
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
});
