import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import catalogModulePortalModel from '.';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const environment = (name: string, order: number, more: string) => `
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: ${name} }
spec: { type: environment, owner: platform, stage: test, order: ${order}, production: false, ${more} }`;

describe('catalogModulePortalModel', () => {
  let folder: string;
  let backend: TestBackend;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-model-'));
    await mkdir(join(folder, 'bad'));
    await writeFile(
      join(folder, 'good.yaml'),
      [
        environment('DEV1', 1, 'promotesTo: SIT1'),
        environment('SIT1', 2, ''),
        `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: rates }
spec: { type: library, lifecycle: production, owner: platform, language: Java, packageName: org.example:rates, system: pricing }`,
        `
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: orders-db }
spec: { type: database, owner: platform }`,
      ].join('\n---'),
    );
    await writeFile(
      join(folder, 'bad', 'catalog-info.yaml'),
      [
        environment('QA1', 1, 'promotesTo: QA1'),
        `
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: claims }
spec: { type: dataset, owner: platform, format: csv, classification: secret, updateFrequency: daily }`,
      ].join('\n---'),
    );

    const knex = await databases.init('POSTGRES_18');
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModulePortalModel,
        mockServices.database.factory({ knex, migrations: { skip: false } }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            catalog: {
              rules: [{ allow: ['Component', 'Resource'] }],
              locations: ['good.yaml', join('bad', 'catalog-info.yaml')].map(
                file => ({
                  type: 'file',
                  target: join(folder, file),
                }),
              ),
            },
          },
        }),
      ],
    });
  }, 120_000);

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function entities(): Promise<
    Record<string, { relations: { type: string; targetRef: string }[] }>
  > {
    const { body } = await request(backend.server).get(
      '/api/catalog/entities/by-query?limit=50',
    );
    return Object.fromEntries(
      body.items.map((item: { kind: string; metadata: { name: string } }) => [
        `${item.kind}:${item.metadata.name}`,
        item,
      ]),
    );
  }

  async function validate(spec: object, kind = 'Resource', name = 'QA9') {
    return request(backend.server)
      .post('/api/catalog/validate-entity')
      .send({
        location: 'url:https://git.example/repo/catalog-info.yaml',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name },
          spec,
        },
      });
  }

  it('takes good entities with their relations and keeps malformed ones out', async () => {
    let found = await entities();
    for (let i = 0; i < 100 && !found['Resource:SIT1']?.relations.length; i++) {
      await new Promise(resolve => setTimeout(resolve, 300));
      found = await entities();
    }
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining([
        'Resource:DEV1',
        'Resource:SIT1',
        'Component:rates',
        'Resource:orders-db',
      ]),
    );
    expect(Object.keys(found)).not.toEqual(
      expect.arrayContaining(['Resource:QA1']),
    );
    expect(Object.keys(found)).not.toEqual(
      expect.arrayContaining(['Resource:claims']),
    );

    expect(found['Resource:DEV1'].relations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'promotesTo',
          targetRef: 'resource:default/sit1',
        }),
        expect.objectContaining({
          type: 'ownedBy',
          targetRef: 'group:default/platform',
        }),
      ]),
    );
    expect(found['Resource:SIT1'].relations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'promotedFrom',
          targetRef: 'resource:default/dev1',
        }),
      ]),
    );
    expect(found['Component:rates'].relations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'partOf',
          targetRef: 'system:default/pricing',
        }),
      ]),
    );
  }, 60_000);

  it.each([
    [
      'an environment without a stage',
      { type: 'environment', owner: 'platform', order: 1, production: false },
      'spec.stage is missing',
    ],
    [
      'an environment that promotes to a database of the catalog',
      {
        type: 'environment',
        owner: 'platform',
        stage: 'test',
        order: 1,
        production: false,
        promotesTo: 'orders-db',
      },
      'resource:default/orders-db is of type database',
    ],
    [
      'an environment that promotes backwards',
      {
        type: 'environment',
        owner: 'platform',
        stage: 'test',
        order: 5,
        production: false,
        promotesTo: 'dev1',
      },
      'resource:default/dev1 has the order 1 and this one 5',
    ],
    [
      'a dataset of unknown classification',
      {
        type: 'dataset',
        owner: 'platform',
        format: 'csv',
        classification: 'secret',
        updateFrequency: 'daily',
      },
      'spec.classification must be one of',
    ],
  ])('answers %s with file, entity and field', async (_, spec, message) => {
    const { status, text } = await validate(spec);
    expect(status).toBe(400);
    expect(text).toContain(
      'https://git.example/repo/catalog-info.yaml: resource:default/qa9: ',
    );
    expect(text).toContain(message);
  });

  it('refuses an environment whose name is taken in another namespace, in whatever case', async () => {
    const { status, text } = await request(backend.server)
      .post('/api/catalog/validate-entity')
      .send({
        location: 'url:https://git.example/repo/catalog-info.yaml',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: 'dEv1', namespace: 'other' },
          spec: {
            type: 'environment',
            owner: 'platform',
            stage: 'test',
            order: 1,
            production: false,
          },
        },
      });
    expect(status).toBe(400);
    expect(text).toContain('is taken by resource:default/dev1');
  });

  it('leaves standard kinds as they are', async () => {
    expect((await validate({ type: 'bucket', owner: 'platform' })).status).toBe(
      200,
    );
    expect(
      (
        await validate(
          { type: 'service', owner: 'platform', lifecycle: 'production' },
          'Component',
        )
      ).status,
    ).toBe(200);
    expect(
      (
        await validate(
          { type: 'service', lifecycle: 'production' },
          'Component',
        )
      ).status,
    ).toBe(400);
  });
});
