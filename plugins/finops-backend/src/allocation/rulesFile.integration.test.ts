import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { applyMigrations } from '../database/applyMigrations';
import { RulesFile } from './RulesFile';
import { RuleStore } from './RuleStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const yaml = (id: string) =>
  `rules: [{ id: ${id}, title: One, match: { provider: AWS }, idle: true }]`;

async function start(location: string) {
  const knex = await databases.init('POSTGRES_18');
  const client = await applyMigrations(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const store = RuleStore.create({ client, editable: false });
  const logger = mockServices.logger.mock();
  const urlReader = mockServices.urlReader.mock();
  const file = RulesFile.create({
    config: mockServices.rootConfig({
      data: { finops: { allocation: { rules: location } } },
    }),
    logger,
    store,
    urlReader,
  });
  return { file, logger, store, urlReader };
}

describe('RulesFile', () => {
  it('takes a file of the machine, and keeps what it had where the file is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rules-'));
    const path = join(folder, 'rules.yaml');
    const { file, logger, store } = await start(path);
    expect(await file.refresh()).toBe(false);
    await writeFile(path, yaml('one'));
    expect(await file.refresh()).toBe(true);
    expect(await file.refresh()).toBe(true);
    expect(await store.current()).toMatchObject({
      version: 1,
      origin: path,
      editable: false,
      rules: { rules: [{ id: 'one' }] },
    });
    for (const wrong of [yaml('ONE'), 'rules: [', '']) {
      await writeFile(path, wrong);
      expect(await file.refresh()).toBe(false);
    }
    expect((await store.current()).version).toBe(1);
    expect(logger.error).toHaveBeenCalledTimes(4);
    await rm(folder, { recursive: true });
  });

  it('reads an address again only when something changed', async () => {
    const url = 'https://git.example.com/rules.yaml';
    const { file, store, urlReader } = await start(url);
    urlReader.readUrl.mockResolvedValueOnce({
      buffer: async () => Buffer.from(yaml('one')),
      etag: 'first',
    });
    expect(await file.refresh()).toBe(true);
    urlReader.readUrl.mockRejectedValueOnce(new NotModifiedError());
    expect(await file.refresh()).toBe(true);
    expect(urlReader.readUrl).toHaveBeenLastCalledWith(url, { etag: 'first' });
    expect((await store.current()).version).toBe(1);
  });
});
