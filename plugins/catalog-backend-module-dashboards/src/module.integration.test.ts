import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { standardWidgets } from '@portal/plugin-widgets-common';
import { provideWidgetDefinitions } from '@portal/plugin-widgets-node';
import request from 'supertest';
import catalogModuleDashboards from '.';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const environment = `
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: PROD1 }
spec: { type: environment, owner: platform, order: 1 }
`;
const dashboard = (title: string, widget = 'WorldClockWidget') => `
apiVersion: portal/v1alpha1
kind: Dashboard
metadata: { name: prod1, title: ${title} }
spec:
  type: environment
  owner: platform
  environments: [prod1]
  tiles:
    - { id: clock, widget: ${widget}, wide: { column: 1, row: 1, width: 4, height: 4 } }
`;

/** What the catalog answers; undefined where it has none. */
type Read = (Entity & { status?: { items?: unknown[] } }) | undefined;

describe('catalogModuleDashboards', () => {
  let folder: string;
  let backend: TestBackend;

  const write = (file: string, text: string) =>
    writeFile(join(folder, file), text);

  async function read(name = 'prod1'): Promise<Read> {
    const { body, status } = await request(backend.server).get(
      `/api/catalog/entities/by-name/dashboard/default/${name}`,
    );
    return status === 200 ? body : undefined;
  }

  async function waitFor(isSo: (entity: Read) => boolean) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const entity = await read();
      if (isSo(entity)) {
        return entity;
      }
      await sleep(100);
    }
    throw new Error('The catalog did not get there within 20 seconds');
  }

  async function errors(): Promise<string> {
    const { body } = await request(backend.server)
      .get('/api/catalog/entities/by-query')
      .query({ filter: 'kind=dashboard', fields: 'status' });
    return JSON.stringify(body);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-dashboards-'));
    await write('environments.yaml', environment);
    await write('prod1.yaml', dashboard('Production'));
    const knex = await databases.init('POSTGRES_18');
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleDashboards,
        provideWidgetDefinitions(standardWidgets),
        mockServices.database.factory({ knex, migrations: { skip: false } }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            catalog: {
              processingInterval: { seconds: 1 },
              rules: [{ allow: ['Resource', 'Dashboard'] }],
              locations: ['environments.yaml', 'prod1.yaml'].map(file => ({
                type: 'file',
                target: join(folder, file),
              })),
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes a good dashboard, with its relations', async () => {
    const entity = await waitFor(found => found?.relations?.length === 2);
    expect(entity?.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/platform' },
      { type: 'shows', targetRef: 'resource:default/prod1' },
    ]);
  });

  it('keeps the last good version while a broken one says what is wrong', async () => {
    await write('prod1.yaml', dashboard('Broken', 'WorldClokWidget'));
    const entity = await waitFor(found =>
      Boolean(found?.status?.items?.length),
    );
    expect(entity?.metadata.title).toBe('Production');
    const told = await errors();
    expect(told).toContain('prod1.yaml');
    expect(told).toContain('spec.tiles[0].widget is WorldClokWidget');
    expect(told).toContain('Did you mean WorldClockWidget?');

    await write('prod1.yaml', dashboard('Mended'));
    const mended = await waitFor(
      found =>
        found?.metadata.title === 'Mended' && !found.status?.items?.length,
    );
    expect(mended?.spec?.tiles).toHaveLength(1);
  });
});
