import { createMockDirectory } from '@backstage/backend-test-utils';
import type { PlaceholderResolverParams } from '@backstage/plugin-catalog-node';
import { filePlaceholderResolver } from './filePlaceholderResolver';

describe('filePlaceholderResolver', () => {
  const folder = createMockDirectory({
    content: {
      repo: {
        'catalog-info.yaml': '',
        api: { 'openapi.yaml': 'openapi: 3.0.3' },
      },
      'secret.txt': 'no',
    },
  });
  const emitted: unknown[] = [];

  function resolve(
    value: PlaceholderResolverParams['value'],
    baseUrl = folder.resolve('repo/catalog-info.yaml'),
  ) {
    return filePlaceholderResolver({
      key: 'file',
      value,
      baseUrl,
      read: async url => Buffer.from(`text of ${url}`),
      resolveUrl: (url, base) => new URL(url, base).toString(),
      emit: result => emitted.push(result),
    });
  }

  it('reads a file below the entity and has the entity refreshed when it changes', async () => {
    await expect(resolve('./api/openapi.yaml')).resolves.toBe('openapi: 3.0.3');
    expect(emitted).toContainEqual({
      type: 'refresh',
      key: `file:${folder.resolve('repo/api/openapi.yaml')}`,
    });
  });

  it('reads from a Git host through the portal’s readers', async () => {
    await expect(
      resolve(
        './api/openapi.yaml',
        'https://git.example/repo/catalog-info.yaml',
      ),
    ).resolves.toBe('text of https://git.example/repo/api/openapi.yaml');
  });

  it.each([
    '../secret.txt',
    './../secret.txt',
    './api/../../secret.txt',
    '/etc/passwd',
    'https://elsewhere.example/x',
    '',
    7,
  ])('refuses %p', async value => {
    await expect(resolve(value)).rejects.toThrow(
      'must be a path that begins with ./',
    );
  });

  it('does not follow a link out of the folder', async () => {
    folder.addContent({ 'repo/link': ctx => ctx.symlink('../secret.txt') });
    await expect(resolve('./link')).rejects.toThrow();
  });

  it('says which file is missing', async () => {
    await expect(resolve('./api/none.yaml')).rejects.toThrow(
      /\$file in .*catalog-info\.yaml: \.\/api\/none\.yaml could not be read/,
    );
  });
});
