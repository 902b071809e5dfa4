import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { stringify } from 'yaml';
import { teamEntity } from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(180_000);

function template(name: string, before: object[]) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: {
      type: 'service',
      parameters: [],
      steps: [
        { id: 'fetch', action: 'fetch:plain', input: { url: './skeleton' } },
        ...before,
        {
          id: 'describe',
          action: 'portal:catalog:describe',
          input: {
            kind: 'Component',
            type: 'service',
            name: '${{ parameters.name }}',
            description: 'Takes orders.',
            owner: 'group:default/team',
          },
        },
        {
          id: 'publish',
          action: 'portal:git:publish',
          input: { name: '${{ parameters.name }}' },
        },
        {
          id: 'register',
          action: 'catalog:register',
          input: {
            catalogInfoUrl: '${{ steps.publish.output.catalogInfoUrl }}',
          },
        },
      ],
    },
  };
}

describe('a step that hangs', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;
  let release: () => void = () => {};
  let enter: () => void = () => {};
  let hasEntered: Promise<void>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-hangs-'));
    await mkdir(join(folder, 'skeleton'));
    await writeFile(join(folder, 'skeleton/README.md'), '# A service\n');
    await writeFile(
      join(folder, 'catalog.yaml'),
      [
        teamEntity,
        template('hangs', [{ id: 'stuck', action: 'test:stuck' }]),
        template('well', []),
      ]
        .map(each => stringify(each))
        .join('---\n'),
    );
    portal = await startScaffolder({
      folder,
      config: { portal: { templates: { stepTimeLimit: '20s' } } },
      features: [
        createBackendModule({
          pluginId: 'scaffolder',
          moduleId: 'stuck',
          register(env) {
            env.registerInit({
              deps: { actions: scaffolderActionsExtensionPoint },
              async init({ actions }) {
                actions.addActions(
                  createTemplateAction({
                    id: 'test:stuck',
                    // As a Git host that never answers, and an action that does not listen when it is told to stop.
                    handler: () =>
                      new Promise<void>(resolve => {
                        release = resolve;
                        enter();
                      }),
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
    release();
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (path: string, body: object) =>
    request(portal.server)
      .post(`/api/scaffolder/v2/tasks${path}`)
      .set('authorization', portal.authorization)
      .send(body);

  /** A run that has come to the step that hangs. */
  async function begin(values: object): Promise<string> {
    hasEntered = new Promise(resolve => {
      enter = resolve;
    });
    await portal.entity('template:hangs');
    const { body } = await ask('', {
      templateRef: 'template:default/hangs',
      values,
    });
    await hasEntered;
    return body.id;
  }

  async function eventsOf(id: string) {
    const { body } = await request(portal.server)
      .get(`/api/scaffolder/v2/tasks/${id}/events`)
      .set('authorization', portal.authorization);
    return body as {
      type: string;
      body: {
        message: string;
        stepId?: string;
        status?: string;
        error?: Error;
      };
    }[];
  }

  const statusOf = async (id: string) =>
    (
      await request(portal.server)
        .get(`/api/scaffolder/v2/tasks/${id}`)
        .set('authorization', portal.authorization)
    ).body.status;

  /** Looks for runs that hang until this one has ended. */
  async function ended(id: string): Promise<string> {
    for (const end = Date.now() + 50_000; Date.now() < end; await sleep(500)) {
      await portal.trigger('portal-end-hanging-runs');
      const status = await statusOf(id);
      if (status !== 'processing') {
        return status;
      }
    }
    throw new Error(`${id} goes on`);
  }

  it('is named when its run is cancelled, holds up nobody, and leaves nothing behind', async () => {
    const values = { name: 'moored' };
    const id = await begin(values);
    expect((await ask(`/${id}/cancel`, {})).status).toBe(200);
    expect((await eventsOf(id)).map(({ body }) => body.message)).toContain(
      'Step stuck has been cancelled.',
    );

    // It hangs still, and the name is free.
    const second = await portal.run('well', values);
    expect([second.status, second.log]).toEqual([
      'completed',
      expect.stringContaining('Published'),
    ]);

    // Its worker looks every second whether it was cancelled.
    await sleep(3000);
    // What comes back late ends there, and does not go on to publish.
    release();
    const cancelled = await portal.finish(id);
    expect(cancelled.status).not.toBe('completed');
    expect(cancelled.log).toMatch(/Step stuck .* has been cancelled/);
    expect(cancelled.log).not.toContain('Published');
    const { body } = await request(portal.server)
      .get('/api/repositories/v1/repositories/moored')
      .set('authorization', portal.authorization);
    expect(body.origin.taskId).toBe(second.id);
  });

  it('ends its run when it takes longer than it may, and says so', async () => {
    const id = await begin({ name: 'adrift' });
    await portal.trigger('portal-end-hanging-runs');
    expect(await statusOf(id)).toBe('processing');
    expect(await ended(id)).toBe('failed');
    const told =
      'Step stuck was ended: it took longer than 20 seconds, which is the limit of a step (portal.templates.stepTimeLimit)';
    const events = await eventsOf(id);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'log',
        body: { message: told, stepId: 'stuck', status: 'failed' },
      }),
    );
    expect(events.at(-1)).toMatchObject({
      type: 'completion',
      body: { error: { message: told } },
    });
    // What comes back late neither goes on nor changes how it ended.
    await sleep(2000);
    release();
    await sleep(2000);
    expect(await statusOf(id)).toBe('failed');
    expect(JSON.stringify(await eventsOf(id))).not.toContain('Published');
  });

  it('does not keep a cancelled run from ending', async () => {
    const id = await begin({ name: 'anchored' });
    await ask(`/${id}/cancel`, {});
    expect(await ended(id)).toBe('cancelled');
    expect((await eventsOf(id)).at(-1)?.body.error?.message).toBe(
      'The run was cancelled, and step stuck did not stop by itself within 15 seconds',
    );
    release();
    await sleep(2000);
    expect(await statusOf(id)).toBe('cancelled');
  });
});
