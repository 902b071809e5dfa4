import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  catalogScmEventsServiceRef,
  type CatalogScmEvent,
} from '@backstage/plugin-catalog-node/alpha';
import { deliver } from './__testUtils__/deliver';
import { send } from './__testUtils__/send';
import { secret, startWebhooks } from './__testUtils__/startWebhooks';
import { until } from './__testUtils__/until';

jest.setTimeout(60_000);

/** Another plugin that hears what the catalog hears, through the service that both have. */
function listener() {
  const heard: CatalogScmEvent[][] = [];
  const feature = createBackendPlugin({
    pluginId: 'listener',
    register(env) {
      env.registerInit({
        deps: { scmEvents: catalogScmEventsServiceRef },
        async init({ scmEvents }) {
          scmEvents.subscribe({
            onEvents: async events => {
              heard.push(events);
            },
          });
        },
      });
    },
  });
  return { feature, heard };
}

const github = 'https://github.com/brennvik/shop';
const gitlab = 'https://gitlab.com/brennvik/shop';
const branch = 'refs/heads/main';

function push(...commits: object[]) {
  return { ref: branch, repository: { html_url: github }, commits };
}

function updated(url: string): CatalogScmEvent[] {
  return [{ type: 'repository.updated', url }];
}

describe('the catalog', () => {
  it('hears which files a push changed, and what became of repositories', async () => {
    const { feature, heard } = listener();
    const backend = await startWebhooks({ features: [feature] });
    const many = Array.from({ length: 501 }, (_, index) => `${index}.yaml`);
    const moved = {
      repository: { html_url: github },
      action: 'renamed',
      changes: { repository: { name: { from: 'store' } } },
    };
    const transferred = {
      repository: { html_url: github },
      action: 'transferred',
      changes: { owner: { from: { organization: { login: 'other' } } } },
    };
    const cases: [string, object, CatalogScmEvent[] | undefined][] = [
      [
        'push',
        push(
          {
            added: ['a.yaml', 'b.yaml'],
            modified: ['docs/c.md'],
            removed: ['d'],
          },
          { added: ['d'], modified: ['a.yaml'], removed: ['b.yaml', 'e'] },
        ),
        [
          { type: 'location.updated', url: `${github}/blob/main/d` },
          { type: 'location.created', url: `${github}/blob/main/a.yaml` },
          { type: 'location.updated', url: `${github}/blob/main/docs/c.md` },
          { type: 'location.deleted', url: `${github}/blob/main/e` },
        ],
      ],
      ['push', push({ modified: many }), updated(github)],
      ['push', push(...Array(2048).fill({ modified: ['a'] })), updated(github)],
      ['push', { ...push(), forced: true }, updated(github)],
      ['push', { ...push({ added: ['a'] }), deleted: true }, undefined],
      ['push', { ...push({ added: ['a'] }), ref: 'refs/tags/v1' }, undefined],
      ['push', { ref: branch, commits: 'none' }, undefined],
      ['repository', { ...moved, action: 'edited' }, updated(github)],
      [
        'repository',
        moved,
        [
          {
            type: 'repository.moved',
            fromUrl: 'https://github.com/brennvik/store',
            toUrl: github,
          },
        ],
      ],
      [
        'repository',
        transferred,
        [
          {
            type: 'repository.moved',
            fromUrl: 'https://github.com/other/shop',
            toUrl: github,
          },
        ],
      ],
      [
        'repository',
        { ...moved, action: 'deleted' },
        [{ type: 'repository.deleted', url: github }],
      ],
      ['issues', { ...moved, action: 'opened' }, undefined],
    ];
    for (const [event, body] of cases) {
      expect((await deliver(backend.server, { event, body })).status).toBe(202);
    }
    const gitlabPushes: object[] = [
      { total_commits_count: 1, after: 'e1' },
      { total_commits_count: 21, after: 'e1' },
      {
        total_commits_count: 1,
        after: '0000000000000000000000000000000000000000',
      },
    ];
    for (const fields of gitlabPushes) {
      await send(backend.server, '/v1/gitlab', {
        headers: { 'X-Gitlab-Token': secret },
        body: JSON.stringify({
          object_kind: 'push',
          ref: branch,
          project: { web_url: gitlab },
          commits: [
            { added: [], modified: ['catalog-info.yaml'], removed: [] },
          ],
          ...fields,
        }),
      });
    }
    const expected = [
      ...cases.flatMap(([, , events]) => (events ? [events] : [])),
      [
        {
          type: 'location.updated',
          url: `${gitlab}/-/blob/main/catalog-info.yaml`,
        },
      ],
      updated(gitlab),
    ];
    await until(() => heard.length >= expected.length);
    expect(heard).toEqual(expected);
    expect(await backend.knex('failures')).toEqual([]);
    await backend.stop();
  });

  it('hears nothing where the configuration says so', async () => {
    const { feature, heard } = listener();
    const backend = await startWebhooks({
      features: [feature],
      webhooks: { catalog: { refresh: false } },
    });
    await deliver(backend.server, { body: push({ modified: ['a'] }) });
    expect(await backend.knex('consumers')).toEqual([]);
    expect(heard).toEqual([]);
    await backend.stop();
  });
});
