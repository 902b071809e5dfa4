import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GitServer } from '@portal/git/testUtils';
import { DefaultRepositoriesService } from '@portal/plugin-repositories-node';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database/applyMigrations';
import { DatabaseSettingsStore } from '../../database/DatabaseSettingsStore';
import { DatabaseSourceStatusStore } from '../../database/DatabaseSourceStatusStore';
import { DatabaseDeliveryImporter } from '../../services/DatabaseDeliveryImporter';
import { createGitSource } from './createGitSource';
import { attribution } from '../../__testUtils__/attribution';
import {
  createTestFolder,
  TestRepository,
} from './__testUtils__/TestRepository';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

describe('createGitSource', () => {
  let folder: ReturnType<typeof createTestFolder>;
  let repository: TestRepository;
  let client: Knex;

  beforeEach(async () => {
    folder = createTestFolder();
    repository = TestRepository.create({ path: join(folder.path, 'a') });
    repository.commit([
      { message: 'feat: one' },
      { message: 'feat: two' },
      { message: 'feat: three' },
    ]);
    repository.tag('v1.0.0', 0);
    repository.tag('v1.1.0', 1);
    client = await databases.init('POSTGRES_18');
    await applyMigrations(
      mockServices.database({ knex: client, migrations: { skip: false } }),
    );
  });

  afterEach(() => folder.remove());

  function component(
    name: string,
    annotations: Record<string, string>,
  ): Entity {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, annotations },
    };
  }

  /** Those that the portal keeps itself. */
  function repositories() {
    return DefaultRepositoriesService.create({
      directory: join(folder.path, 'repositories'),
      anonymousClone: false,
      appUrl: 'http://localhost:7007',
      backendUrl: 'http://localhost:7007',
    });
  }

  /** A portal on the test's database; `run` is one run of its scheduled task. */
  async function start(
    entities: Entity[],
    settings: Record<string, unknown> = {},
  ) {
    const logger = mockServices.logger.mock();
    const scheduler = mockServices.scheduler.mock();
    const statuses = DatabaseSourceStatusStore.create({ client });
    const catalog = catalogServiceMock({ entities });
    const query = jest.spyOn(catalog, 'queryEntities');
    await createGitSource({
      config: mockServices.rootConfig({
        data: {
          dora: {
            git: {
              baseDirectory: folder.path,
              allowedPaths: ['.'],
              workDirectory: 'work',
              frequency: { milliseconds: 1 },
              ...settings,
            },
          },
        },
      }),
      logger,
      scheduler,
      catalog,
      auth: mockServices.auth(),
      importer: DatabaseDeliveryImporter.create({ client, attribution }),
      statuses,
      settings: DatabaseSettingsStore.create({ knex: client }),
      repositories: repositories(),
    });
    const [task] = scheduler.scheduleTask.mock.calls[0];
    return {
      logger,
      query,
      task,
      run: async () => {
        await task.fn(new AbortController().signal);
      },
      status: (name: string) =>
        statuses.get({ entityRef: `component:default/${name}`, source: 'git' }),
    };
  }

  async function deployments(name: string) {
    return await client('deployments')
      .join('entities', 'entities.id', 'deployments.entity_id')
      .where('entity_ref', `component:default/${name}`)
      .orderBy(['deployed_at', 'ordinal'])
      .select('tag', 'changes', 'mainline');
  }

  it('reads what a template published to the portal itself, by the address of its page', async () => {
    const sourceDirectory = join(folder.path, 'made');
    mkdirSync(sourceDirectory);
    writeFileSync(join(sourceDirectory, 'README.md'), 'made');
    await repositories().publish({
      name: 'made',
      description: '',
      sourceDirectory,
      message: 'feat: begin',
      author: { name: 'Jane', email: 'jane@example.com' },
      origin: { taskId: 'one' },
    });
    const portal = await start([
      component('made', {
        'portal/delivery-git': 'http://localhost:7107/repositories/made',
        'portal/delivery-git-releases': 'main',
      }),
      component('other', {
        'portal/delivery-git': 'http://example.com/repositories/made',
      }),
    ]);
    await portal.run();
    expect(await deployments('made')).toHaveLength(1);
    const other = await portal.status('other');
    expect(other?.error).toMatch(/protocol http:\/\/ is not allowed/);
  });

  it('turns the repositories of the catalog into deployments, and keeps up', async () => {
    const portal = await start([
      component('a', { 'portal/delivery-git': 'a' }),
      component('b', {
        'portal/delivery-git': 'a',
        'portal/delivery-git-releases': 'main',
      }),
      component('c', {}),
    ]);
    expect(portal.task).toMatchObject({
      scope: 'global',
      id: 'dora-git-source',
    });
    await portal.run();
    expect(await deployments('a')).toEqual([
      { tag: 'v1.0.0', changes: 0, mainline: false },
      { tag: 'v1.1.0', changes: 1, mainline: false },
    ]);
    expect(await deployments('b')).toHaveLength(3);
    expect(await deployments('c')).toEqual([]);
    const first = await portal.status('a');
    expect(first).toMatchObject({
      location: 'a',
      lastSuccessAt: expect.any(Date),
    });
    expect(first?.error).toBeUndefined();

    repository.commit([{ message: 'fix: four' }]);
    repository.tag('v1.2.0', 3);
    await portal.run();
    expect((await deployments('a')).map(({ tag }) => tag)).toEqual([
      'v1.0.0',
      'v1.1.0',
      'v1.2.0',
    ]);
    expect(await deployments('b')).toHaveLength(4);

    repository.git('tag', '-d', 'v1.1.0');
    await portal.run();
    expect(await deployments('a')).toEqual([
      { tag: 'v1.0.0', changes: 0, mainline: false },
      { tag: 'v1.2.0', changes: 3, mainline: false },
    ]);

    repository.commit([{ parents: [0], message: 'feat: other' }]);
    repository.git('tag', '-d', 'v1.2.0');
    repository.tag('v2.0.0', 4);
    await portal.run();
    expect(await deployments('a')).toEqual([
      { tag: 'v1.0.0', changes: 0, mainline: false },
      { tag: 'v2.0.0', changes: 1, mainline: false },
    ]);
    expect(await deployments('b')).toHaveLength(2);
    const [{ count }] = await client('commits')
      .join('entities', 'entities.id', 'commits.entity_id')
      .where('entity_ref', 'component:default/a')
      .count();
    expect(Number(count)).toBe(2);
  });

  it('says so where a commit cannot be taken, and cuts no history', async () => {
    const portal = await start([
      component('a', { 'portal/delivery-git': 'a' }),
    ]);
    await portal.run();
    const roots = Array.from({ length: 1001 }, () => ({ parents: [] }));
    repository.commit([...roots, { parents: roots.map((_, at) => at + 3) }]);
    await portal.run();
    expect((await portal.status('a'))?.error).toMatch(
      /commit [0-9a-f]{40}: parents: found a list of 1001, expected at most 1000/,
    );
    expect(await deployments('a')).toHaveLength(2);
    expect(await client('commits')).toHaveLength(3);
  });

  it('stores no address, and hashes alike after a restart and unlike elsewhere', async () => {
    const entities = [component('a', { 'portal/delivery-git': 'a' })];
    await (await start(entities)).run();
    repository.commit([{ author: 'Someone Else <ADA@example.com>' }]);
    await (await start(entities)).run();
    const authors = await client('commits').distinct('author').pluck('author');
    expect(authors).toEqual([expect.stringMatching(/^[0-9a-f]{10}$/)]);

    client = await databases.init('POSTGRES_18');
    await applyMigrations(
      mockServices.database({ knex: client, migrations: { skip: false } }),
    );
    await (await start(entities)).run();
    const others = await client('commits').distinct('author').pluck('author');
    expect(others).toHaveLength(1);
    expect(others).not.toEqual(authors);
  });

  it('reads the good ones whatever the bad ones do, and says what is wrong once', async () => {
    mkdirSync(join(folder.path, 'plain'));
    TestRepository.create({ path: join(folder.path, 'empty') });
    symlinkSync('/', join(folder.path, 'link'));
    const marker = join(folder.path, 'ran');
    const bad: Record<string, [string, RegExp]> = {
      plain: ['plain', /is no Git repository/],
      empty: ['empty', /no commit on its default branch/],
      outside: ['../..', /dora.git.allowedPaths/],
      link: ['link', /dora.git.allowedPaths/],
      option: [`--upload-pack=touch ${marker}`, /starts with "-"/],
      ext: [`ext::touch ${marker}`, /protocol ext:: is not allowed/],
      file: [`file://${repository.path}`, /protocol file:\/\//],
      host: [
        'https://evil.example.com/a',
        /host evil.example.com is not allowed/,
      ],
      secret: [
        'https://me:hunter2@example.com/a?x=hunter2',
        /contains credentials/,
      ],
      glob: ['a', /release pattern has 1 to 200/],
    };
    const entities = Object.entries(bad).map(([name, [value]]) =>
      component(name, {
        'portal/delivery-git': value,
        ...(name === 'glob' && { 'portal/delivery-git-releases': ' ' }),
      }),
    );
    const portal = await start([
      ...entities,
      component('good', { 'portal/delivery-git': 'a' }),
    ]);
    await portal.run();
    expect(await deployments('good')).toHaveLength(2);
    const since = new Map<string, Date | undefined>();
    for (const [name, [, message]] of Object.entries(bad)) {
      const status = await portal.status(name);
      expect(status?.error).toMatch(message);
      expect(status?.error).toContain(
        `Annotation portal/delivery-git of component:default/${name} (`,
      );
      since.set(name, status?.failingSince);
    }
    expect(portal.logger.warn).toHaveBeenCalledTimes(Object.keys(bad).length);
    await portal.run();
    expect(portal.logger.warn).toHaveBeenCalledTimes(Object.keys(bad).length);
    for (const name of Object.keys(bad)) {
      expect((await portal.status(name))?.failingSince).toEqual(
        since.get(name),
      );
    }
    const everything = JSON.stringify([
      portal.logger.warn.mock.calls,
      await client('source_status').select(),
    ]);
    expect(everything).not.toContain('hunter2');
    expect(() => writeFileSync(marker, '', { flag: 'wx' })).not.toThrow();

    TestRepository.create({ path: join(folder.path, 'plain') }).commit([{}]);
    await portal.run();
    const cured = await portal.status('plain');
    expect(cured?.error).toBeUndefined();
    expect(cured?.failingSince).toBeUndefined();
    expect(portal.logger.info).toHaveBeenCalledWith(
      expect.stringContaining('component:default/plain is read again'),
    );
  });

  it('goes through the catalog page by page, reads what is due, and forgets what is gone', async () => {
    const entities = Array.from({ length: 450 }, (_, index) =>
      component(`a${index}`, { 'portal/delivery-git': `missing-${index}` }),
    );
    const portal = await start(entities, { frequency: { hours: 1 } });
    await portal.run();
    expect(portal.query).toHaveBeenCalledTimes(3);
    expect(portal.query.mock.calls[0][0]).toMatchObject({
      limit: 200,
      fields: expect.arrayContaining(['metadata.annotations']),
    });
    expect((await portal.status('a449'))?.error).toMatch(
      /no folder missing-449/,
    );
    const before = await client('source_status').select().orderBy('entity_id');
    await portal.run();
    expect(await client('source_status').select().orderBy('entity_id')).toEqual(
      before,
    );

    portal.query.mockResolvedValueOnce({
      items: [
        component('a1', { 'portal/delivery-git': 'a' }),
        component('a2', { 'portal/delivery-git': 'missing-2' }),
      ],
      totalItems: 2,
      pageInfo: {},
    });
    await portal.run();
    expect(await deployments('a1')).toHaveLength(2);
    expect((await portal.status('a2'))?.error).toMatch(/no folder missing-2/);
    expect((await portal.status('a3'))?.error).toBeUndefined();
  });

  it('stops without blame when the portal stops, and survives a silent catalog', async () => {
    const portal = await start([
      component('a', { 'portal/delivery-git': 'a' }),
    ]);
    await portal.task.fn(AbortSignal.abort());
    expect(await portal.status('a')).toBeUndefined();
    portal.query.mockRejectedValueOnce(new Error('no answer'));
    await portal.run();
    expect(portal.logger.warn).toHaveBeenCalledTimes(1);
    await portal.run();
    expect(await deployments('a')).toHaveLength(2);
  });

  it('reads a repository of another machine, several components of it too', async () => {
    const server = await GitServer.start({ root: folder.path });
    try {
      writeFileSync(join(folder.path, 'ca.pem'), server.certificate);
      const url = `https://${server.host}/a/.git`;
      const portal = await start(
        [
          component('a', { 'portal/delivery-git': url }),
          component('b', { 'portal/delivery-git': url }),
        ],
        { allowedHosts: [server.host], caFile: 'ca.pem' },
      );
      await portal.run();
      expect(await deployments('a')).toHaveLength(2);
      expect(await deployments('b')).toHaveLength(2);
      repository.commit([{}]);
      repository.tag('v1.2.0', 3);
      await portal.run();
      expect(await deployments('b')).toHaveLength(3);
      expect(await portal.status('a')).toMatchObject({ location: url });
      expect(portal.logger.warn).not.toHaveBeenCalled();
    } finally {
      await server.stop();
    }
  });

  it('shows nothing of a reading that fails in the middle', async () => {
    const entities = [component('a', { 'portal/delivery-git': 'a' })];
    const portal = await start(entities, { maxCommits: 2 });
    await portal.run();
    expect((await portal.status('a'))?.error).toMatch(
      /more than 2 commits to read; raise dora.git.maxCommits/,
    );
    expect(await client('commits').select('sha')).toEqual([]);
    await (await start(entities)).run();
    expect((await portal.status('a'))?.error).toBeUndefined();
    expect(await deployments('a')).toHaveLength(2);
  });

  it('gives up on a repository that takes too long', async () => {
    const portal = await start(
      [component('a', { 'portal/delivery-git': 'a' })],
      { timeout: { milliseconds: 1 } },
    );
    await portal.run();
    expect((await portal.status('a'))?.error).toMatch(
      /longer than .* and was stopped; raise dora.git.timeout/,
    );
    expect(await deployments('a')).toEqual([]);
  });
});
