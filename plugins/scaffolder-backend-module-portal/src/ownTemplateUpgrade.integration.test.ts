import { mockCredentials } from '@backstage/backend-test-utils';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { stringify } from 'yaml';
import {
  dev,
  environmentEntities,
  teamEntity,
} from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(240_000);

const templates = resolve(__dirname, '../../../templates');

describe('an upgrade of what a template of the portal made', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-own-template-'));
    await cp(
      join(templates, 'ba-service-template'),
      join(folder, 'templates/ba-service-template'),
      { recursive: true },
    );
    await writeFile(
      join(folder, 'catalog.yaml'),
      [
        teamEntity,
        ...environmentEntities,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Location',
          metadata: { name: 'templates' },
          spec: {
            type: 'file',
            target: './templates/ba-service-template/template.yaml',
          },
        },
      ]
        .map(each => stringify(each))
        .join('---\n'),
    );
    portal = await startScaffolder({
      folder,
      parts: join(templates, 'parts'),
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (path: string, body?: object) => {
    const call = request(portal.server);
    const answer = await (body
      ? call.post(path).send(body)
      : call.get(path)
    ).set('authorization', mockCredentials.user.header('user:default/jane'));
    return answer.body;
  };

  async function until(look: () => Promise<boolean>) {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(300)) {
      if (await look()) {
        return;
      }
    }
    throw new Error('It did not come within a minute');
  }

  it('changes the version and nothing else where the template is the same', async () => {
    await portal.entity(`resource:${dev.name}`);
    const made = await portal.run('ba-service-template', {
      name: 'shop',
      description: 'Takes "orders".',
      language: 'typescript',
      pipeline: 'github',
      objective: '99.9',
      owner: 'group:default/team',
      system: 'system:default/pricing',
      environments: [dev],
    });
    expect([made.status, made.log]).toEqual(['completed', expect.anything()]);
    await portal.entity('component:shop');
    await until(async () => {
      await portal.trigger('scaffolder-portal-read-runs');
      const { items } = await ask(
        '/api/scaffolder-portal/v1/runs?entityRef=component%3Adefault%2Fshop',
      );
      return items?.length > 0;
    });
    const file = join(folder, 'templates/ba-service-template/template.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/(portal\/template-version: ).*/, `$1'1000'`),
    );
    await ask('/api/catalog/refresh', {
      entityRef: 'template:default/ba-service-template',
    });
    await until(async () => {
      const { metadata } = await ask(
        '/api/catalog/entities/by-name/template/default/ba-service-template',
      );
      return metadata.annotations['portal/template-version'] === '1000';
    });
    const upgrade = await ask('/api/scaffolder-portal/v1/upgrades', {
      entityRef: 'component:default/shop',
    });
    expect(upgrade).toMatchObject({
      state: 'proposed',
      toVersion: 1000,
      files: ['catalog-info.yaml'],
      conflicts: [],
    });
  });
});
