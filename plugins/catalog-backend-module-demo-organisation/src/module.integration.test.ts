import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { Knex } from 'knex';
import request from 'supertest';
import catalogModuleDemoOrganisation from '.';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const component = (name: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, owner: team }`;

describe('catalogModuleDemoOrganisation', () => {
  let folder: string;
  let knex: Knex;
  let backend: TestBackend | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-organisation-'));
    await writeFile(join(folder, 'real.yaml'), component('real'));
    await writeFile(
      join(folder, 'demo.yaml'),
      [component('first'), component('second')].join('\n---'),
    );
    knex = await databases.init('POSTGRES_18');
  }, 120_000);

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function start(portal: object) {
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleDemoOrganisation,
        mockServices.database.factory({ knex, migrations: { skip: false } }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            portal,
            catalog: {
              processingInterval: { seconds: 1 },
              orphanStrategy: 'delete',
              locations: [{ type: 'file', target: join(folder, 'real.yaml') }],
            },
          },
        }),
      ],
    });
    return backend;
  }

  async function componentsOf({ server }: TestBackend): Promise<string[]> {
    const { body } = await request(server).get(
      '/api/catalog/entities/by-query?filter=kind=component',
    );
    return body.items
      .map((item: { metadata: { name: string } }) => item.metadata.name)
      .sort();
  }

  /** What the catalog holds once it holds as many as expected, or after half a minute. */
  async function settled(running: TestBackend, count: number) {
    let found = await componentsOf(running);
    for (let look = 0; look < 150 && found.length !== count; look += 1) {
      await setTimeout(200);
      found = await componentsOf(running);
    }
    return found;
  }

  it('brings the demo organisation, takes it out again and leaves what is real', async () => {
    const demoCatalog = join(folder, 'demo.yaml');
    const shown = await start({ demo: true, demoCatalog });
    expect(await settled(shown, 3)).toEqual(['first', 'real', 'second']);
    await shown.stop();
    const hidden = await start({ demo: false, demoCatalog });
    expect(await settled(hidden, 1)).toEqual(['real']);
  }, 120_000);

  it('does not start where the file of the demo organisation is not named', async () => {
    await expect(start({ demo: true })).rejects.toThrow(/portal\.demoCatalog/);
  });
});
