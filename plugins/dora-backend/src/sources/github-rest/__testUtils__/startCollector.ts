import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { DatabaseReportStore } from '../../../reports/DatabaseReportStore';
import { createGithubRestSource } from '../createGithubRestSource';
import { DatabaseGithubRepositoryStore } from '../DatabaseGithubRepositoryStore';
import { sampleToken } from './sampleToken';

/** The collector on a database; `look` and `read` are runs of its scheduled tasks. */
export async function startCollector(options: {
  client: Knex;
  entities: Entity[];
  url: string;
  settings?: JsonObject;
  integrations?: JsonObject;
}) {
  const { client, entities, url, settings } = options;
  const logger = mockServices.logger.mock();
  const scheduler = mockServices.scheduler.mock();
  const store = DatabaseGithubRepositoryStore.create({ client });
  await createGithubRestSource({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    config: mockServices.rootConfig({
      data: {
        integrations: options.integrations ?? {
          github: [{ host: 'github.com', apiBaseUrl: url, token: sampleToken }],
        },
        dora: {
          sources: {
            githubRest: {
              enabled: true,
              frequency: { minutes: 15 },
              keepRemaining: 100,
              ...settings,
            },
          },
        },
      },
    }),
    logger,
    reports: DatabaseReportStore.create({ client }),
    scheduler,
    store,
  });
  const tasks = scheduler.scheduleTask.mock.calls.map(([task]) => task);
  const run = async (id: string, signal?: AbortSignal) => {
    await tasks
      .find(task => task.id === id)!
      .fn(signal ?? new AbortController().signal);
  };
  return {
    logger,
    tasks,
    look: async () => run('dora-github-rest-look'),
    read: async (signal?: AbortSignal) => run('dora-github-rest-read', signal),
    /** As if the time of all repositories had come. */
    async readAgain() {
      await client('github_repositories').update({ next_at: client.fn.now() });
      await run('dora-github-rest-read');
    },
    status: (name: string) => store.statusOf(`component:default/${name}`),
    /** Everything that was logged, as text. */
    logged: () =>
      JSON.stringify(
        [logger.debug, logger.info, logger.warn, logger.error].flatMap(
          each => each.mock.calls,
        ),
      ),
  };
}

/** How many reports of each kind are kept. */
export async function countReports(
  client: Knex,
): Promise<Record<string, number>> {
  const rows: { kind: string; count: string }[] = await client('reports')
    .groupBy('kind')
    .orderBy('kind')
    .select('kind', client.raw('count(*) AS count'));
  return Object.fromEntries(rows.map(row => [row.kind, Number(row.count)]));
}
