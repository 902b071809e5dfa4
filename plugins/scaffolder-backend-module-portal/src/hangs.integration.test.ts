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
    let enter: () => void;
    hasEntered = new Promise(resolve => {
      enter = resolve;
    });
    portal = await startScaffolder({
      folder,
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

  it('is named when its run is cancelled, holds up nobody, and leaves nothing behind', async () => {
    const values = { name: 'moored' };
    await portal.entity('template:hangs');
    const { body: begun } = await ask('', {
      templateRef: 'template:default/hangs',
      values,
    });
    await hasEntered;
    expect((await ask(`/${begun.id}/cancel`, {})).status).toBe(200);
    const { body: events } = await request(portal.server)
      .get(`/api/scaffolder/v2/tasks/${begun.id}/events`)
      .set('authorization', portal.authorization);
    expect(
      events.map((event: { body: { message: string } }) => event.body.message),
    ).toContain('Step stuck has been cancelled.');

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
    const cancelled = await portal.finish(begun.id);
    expect(cancelled.status).not.toBe('completed');
    expect(cancelled.log).toMatch(/Step stuck .* has been cancelled/);
    expect(cancelled.log).not.toContain('Published');
    const { body } = await request(portal.server)
      .get('/api/repositories/v1/repositories/moored')
      .set('authorization', portal.authorization);
    expect(body.origin.taskId).toBe(second.id);
  });
});
