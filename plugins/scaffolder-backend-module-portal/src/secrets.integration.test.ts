import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import request from 'supertest';
import { stringify } from 'yaml';
import { teamEntity } from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(180_000);

const run = promisify(execFile);
const secret = 'hunter2-of-the-harbour';

/** Does with the secret what an author may do without thinking. */
function template(name: string, end: object[]) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: {
      type: 'service',
      EXPERIMENTAL_recovery: { EXPERIMENTAL_strategy: 'startOver' },
      parameters: [
        {
          required: ['name'],
          properties: {
            name: { type: 'string' },
            password: { type: 'string', 'ui:field': 'Secret' },
          },
        },
      ],
      steps: [
        {
          id: 'fetch',
          action: 'fetch:template',
          input: {
            url: './skeleton',
            values: {
              name: '${{ parameters.name }}',
              // The field of the form holds stars, and steps have no secrets but in their input.
              shown: '${{ parameters.password }}',
            },
          },
        },
        {
          id: 'log',
          action: 'debug:log',
          input: { message: 'It is ${{ secrets.password }}, keep it' },
        },
        {
          id: 'say',
          name: 'Says ${{ secrets.password }}',
          action: 'test:say',
          input: { nested: [{ password: 'x${{ secrets.password }}' }] },
        },
        {
          id: 'publish',
          action: 'portal:git:publish',
          input: {
            name: '${{ parameters.name }}',
            description: 'Made with ${{ secrets.other }}.',
          },
        },
        ...end,
      ],
      output: { text: [{ title: 'Done', content: '${{ secrets.password }}' }] },
    },
  };
}

describe('a secret that is given in a form', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;
  const logged: string[] = [];

  /** What the backend logs, as it would be written. */
  function logger(): RootLoggerService {
    const keep = (...said: unknown[]) => {
      logged.push(inspect(said, { depth: 10 }));
    };
    const own: RootLoggerService = {
      error: keep,
      warn: keep,
      info: keep,
      debug: keep,
      child: () => own,
    };
    return own;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-secrets-'));
    await mkdir(join(folder, 'skeleton'));
    await writeFile(
      join(folder, 'skeleton/README.md'),
      '# ${{ values.name }}\n\n${{ values.shown }} ${{ secrets.password }}\n',
    );
    await writeFile(
      join(folder, 'catalog.yaml'),
      [
        teamEntity,
        template('keeps', []),
        template('breaks', [
          {
            id: 'break',
            action: 'test:break',
            input: { password: '${{ secrets.password }}' },
          },
        ]),
      ]
        .map(each => stringify(each))
        .join('---\n'),
    );
    portal = await startScaffolder({
      folder,
      features: [
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => logger(),
        }),
        createBackendModule({
          pluginId: 'scaffolder',
          moduleId: 'talkative',
          register(env) {
            env.registerInit({
              deps: { actions: scaffolderActionsExtensionPoint },
              async init({ actions }) {
                actions.addActions(
                  createTemplateAction({
                    id: 'test:say',
                    handler: async ({
                      input,
                      logger: log,
                      output,
                      secrets,
                    }) => {
                      log.info(`Connects with ${secrets?.password}`);
                      log.warn(`Took ${JSON.stringify(input)}`);
                      output('done', true);
                    },
                  }),
                  createTemplateAction({
                    id: 'test:break',
                    handler: async ({ secrets }) => {
                      throw new Error(`Refused: ${secrets?.password}`);
                    },
                  }),
                );
              },
            });
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Every row of every table of every plugin, as text. */
  async function wholeDatabase(): Promise<string> {
    const { rows } = await portal.database.raw(
      `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
       FROM information_schema.tables
       WHERE table_type = 'BASE TABLE'
         AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of rows) {
      const answer = await portal.database.raw(`SELECT t::text FROM ${name} t`);
      texts.push(...answer.rows.map((row: { t: string }) => row.t));
    }
    expect(texts.join('\n')).toContain('keeps');
    return texts.join('\n');
  }

  it.each([
    ['keeps', 'completed'],
    ['breaks', 'failed'],
  ])(
    'is nowhere once the run has ended: %s',
    async (name, status) => {
      const task = await portal.run(
        name,
        { name: `${name}-it`, password: '******' },
        { password: secret },
      );
      expect([task.log, task.status]).toEqual([expect.anything(), status]);
      expect(task.log).toContain('Connects with ***');
      const { body: kept } = await request(portal.server)
        .get(`/api/scaffolder/v2/tasks/${task.id}`)
        .set('authorization', portal.authorization);
      const { body: events } = await request(portal.server)
        .get(`/api/scaffolder/v2/tasks/${task.id}/events`)
        .set('authorization', portal.authorization);
      for (const text of [
        JSON.stringify(kept),
        JSON.stringify(events),
        await wholeDatabase(),
        logged.join('\n'),
      ]) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(Buffer.from(secret).toString('hex'));
      }
      expect(logged.join('\n')).toContain('Connects with');

      const gitDir = join(folder, 'repositories', `${name}-it.git`);
      const { stdout } = await run('git', [
        `--git-dir=${gitDir}`,
        'cat-file',
        '--batch-all-objects',
        '--batch',
      ]);
      expect(stdout).toContain(`# ${name}-it`);
      expect(stdout).not.toContain(secret);
      const { stdout: files } = await run('grep', ['-rc', '', gitDir]);
      expect(files).not.toBe('');
      await expect(run('grep', ['-rF', secret, gitDir])).rejects.toThrow();
    },
    60_000,
  );
});
