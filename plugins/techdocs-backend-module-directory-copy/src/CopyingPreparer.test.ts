import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { DirectoryPreparer } from '@backstage/plugin-techdocs-node';
import { CopyingPreparer } from './CopyingPreparer';

describe('CopyingPreparer', () => {
  let root: string;
  let site: string;
  let work: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'copying-preparer-'));
    site = join(root, 'site');
    work = join(root, 'work');
    await mkdir(join(site, 'docs', 'deep'), { recursive: true });
    await mkdir(join(site, 'node_modules'));
    await mkdir(work);
    await writeFile(join(site, 'docs', 'index.md'), '# Start');
    await writeFile(join(site, 'docs', 'deep', 'page.md'), '# Page');
    await writeFile(join(site, 'README.md'), '# Readme');
    await writeFile(join(site, 'catalog-info.yaml'), '');
    await writeFile(join(site, 'node_modules', 'large'), '');
    await writeFile(join(site, 'mkdocs.yml'), 'site_name: Site\n');
  });

  afterEach(() => rm(root, { recursive: true }));

  const entity = (): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'site',
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/source-location': `file:${site}/catalog-info.yaml`,
      },
    },
  });

  const preparer = () =>
    CopyingPreparer.create({
      workingDirectory: work,
      preparer: DirectoryPreparer.fromConfig(mockServices.rootConfig(), {
        logger: mockServices.logger.mock(),
        reader: mockServices.urlReader.mock(),
      }),
    });

  it('copies what the site is built from, and nothing else', async () => {
    const { preparedDir } = await preparer().prepare(entity());

    expect(preparedDir.startsWith(work)).toBe(true);
    expect((await readdir(preparedDir)).sort()).toEqual([
      'README.md',
      'docs',
      'mkdocs.yml',
    ]);
    expect(
      await readFile(join(preparedDir, 'docs', 'deep', 'page.md'), 'utf8'),
    ).toBe('# Page');

    await appendFile(join(preparedDir, 'mkdocs.yml'), 'plugins: []\n');
    expect(await readFile(join(site, 'mkdocs.yml'), 'utf8')).toBe(
      'site_name: Site\n',
    );
    expect(preparer().shouldCleanPreparedDirectory()).toBe(true);
  });

  it('follows the folders that the configuration names, but not out of the site', async () => {
    await mkdir(join(site, 'handbook'));
    await mkdir(join(site, 'look'));
    await mkdir(join(root, 'outside'));
    await writeFile(
      join(site, 'mkdocs.yml'),
      'docs_dir: handbook\ntheme: { name: material, custom_dir: look }\nhook: !!python/name:os.system\n',
    );
    const named = await preparer().prepare(entity());
    expect((await readdir(named.preparedDir)).sort()).toEqual([
      'README.md',
      'handbook',
      'look',
      'mkdocs.yml',
    ]);

    for (const docsDir of [
      '../outside',
      join(root, 'outside'),
      'docs/../..',
      '.',
    ]) {
      await writeFile(join(site, 'mkdocs.yml'), `docs_dir: ${docsDir}\n`);
      const { preparedDir } = await preparer().prepare(entity());
      expect((await readdir(preparedDir)).sort()).toEqual([
        'README.md',
        'mkdocs.yml',
      ]);
    }
  });

  it('says that nothing changed until something did', async () => {
    const first = await preparer().prepare(entity());
    await expect(
      preparer().prepare(entity(), {
        etag: first.etag,
        logger: mockServices.logger.mock(),
      }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    expect(await readdir(work)).toHaveLength(1);

    await writeFile(join(site, 'docs', 'new.md'), '# New');
    const second = await preparer().prepare(entity(), {
      etag: first.etag,
      logger: mockServices.logger.mock(),
    });
    expect(second.etag).not.toBe(first.etag);
    expect(await readdir(join(second.preparedDir, 'docs'))).toContain('new.md');
  });
});
