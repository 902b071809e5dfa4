import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { parseDocument } from 'yaml';

const configurationFile = /^mkdocs\.ya?ml$/;
const readme = /^readme\.md$/i;

/**
 * Finds what a site is built from: its configuration, the folders that this names, and the readme that stands in for a
 * missing start page. Absolute, in a fixed order. A folder outside of `folder` is left out; the generator refuses it by
 * its own rules, with its own words.
 */
export async function listSiteSources(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const configuration = names.filter(name => configurationFile.test(name));
  const folders = await Promise.all(
    configuration.map(name => readFolders(join(folder, name))),
  );
  const wanted = new Set([
    ...configuration,
    ...names.filter(name => readme.test(name)),
    ...(folders.length ? folders.flat() : ['docs']),
  ]);
  const found: string[] = [];
  for (const name of wanted) {
    const path = join(folder, name);
    const isInside = path !== folder && isChildPath(folder, path);
    if (isInside && (await exists(path))) {
      found.push(path);
    }
  }
  return found;
}

async function readFolders(file: string): Promise<string[]> {
  // Tags such as !!python/name are the business of mkdocs.
  const document = parseDocument(await readFile(file, 'utf8'), {
    logLevel: 'silent',
  });
  const docsDir = document.getIn(['docs_dir']) ?? 'docs';
  const customDir = document.getIn(['theme', 'custom_dir']);
  return [docsDir, customDir].filter(isRelativePath);
}

function isRelativePath(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.startsWith('/');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
