import type { Repository } from '@portal/plugin-repositories-common';
import type { StoredRun } from '../database/RunStore';
import { MadeRepositories } from './MadeRepositories';

const base = 'http://localhost/repositories/';

function find(options: { source?: string; origin?: string; status?: string }) {
  const { origin = 'one', source = `url:${base}shop/tree/main/` } = options;
  return MadeRepositories.create({
    appUrl: 'http://localhost',
    github: {
      covers: url => url.startsWith('https://git.example.org/'),
      find: async () => undefined,
    },
    repositories: {
      propose: async () => ({ isNew: false, files: [], conflicts: [] }),
      addressOf: url =>
        url.startsWith(base)
          ? {
              name: url.slice(base.length).split('/')[0],
              revision: 'main',
              path: '',
            }
          : undefined,
      find: async name =>
        ({
          name,
          cloneUrl: `${base}${name}.git`,
          origin: { taskId: origin, createdAt: '' },
        } as Repository),
    },
    store: {
      list: async () => [
        { taskId: 'one', status: options.status ?? 'completed' } as StoredRun,
      ],
    },
  }).find(
    {
      apiVersion: '1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        annotations: { 'backstage.io/source-location': source },
      },
    },
    'component:default/shop',
  );
}

describe('MadeRepositories', () => {
  it('finds what one run made, and nothing else', async () => {
    expect(await find({})).toMatchObject({
      target: { cloneUrl: `${base}shop.git` },
      run: { taskId: 'one' },
    });
    await expect(find({ status: 'failed' })).rejects.toThrow(/No run/);
    await expect(find({ origin: 'other' })).rejects.toThrow(
      /did not make the repository shop/,
    );
    await expect(
      find({ source: 'url:https://git.example.com/a/shop' }),
    ).rejects.toThrow(
      /is neither in a repository of the portal nor at a GitHub/,
    );
    await expect(
      find({ source: 'url:https://git.example.org/a/shop' }),
    ).rejects.toThrow(/did not make the repository of https:/);
  });
});
