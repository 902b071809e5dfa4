import fs from 'node:fs/promises';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  startScaffolderPortal,
  testDatabases,
} from '../__testUtils__/startScaffolderPortal';
import { writeTemplates } from '../__testUtils__/writeTemplates';

jest.setTimeout(180_000);

const directory = createMockDirectory();
const fields = `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: fields, title: Fields }
spec:
  type: service
  parameters:
    - required: [name, environments]
      properties:
        name: { type: string, ui:field: ComponentName }
        environments:
          type: array
          ui:field: EnvironmentPicker
          items: { type: object }
  steps:
    - id: wait
      action: debug:log
      input: { message: done }
`;

async function start(denied?: string[]) {
  directory.clear();
  const { root, locations } = await writeTemplates(directory.path);
  const file = path.join(root, 'fields.yaml');
  await fs.writeFile(file, fields);
  const portal = await startScaffolderPortal({
    knex: await testDatabases.init('POSTGRES_18'),
    templatesRoot: root,
    locations: [...locations, file],
    denied,
  });
  await portal.find('template', 'service');
  await portal.find('template', 'fields');
  await portal.find('component', 'shop');
  return portal;
}

const service = 'template:default/service';

describe('actions of templates', () => {
  it('show what a template would make, and run it for who may', async () => {
    const portal = await start(['scaffolder.template.dry-run']);
    const values = { name: 'cart' };
    const dry = await portal.act('dry-run-template', {
      templateRef: service,
      values,
    });
    expect(dry.body.output).toMatchObject({
      state: 'ready',
      problems: [],
      skippedSteps: [{ id: 'note', action: 'catalog:fetch' }],
    });
    expect(dry.body.output.files).toContainEqual({
      path: 'README.md',
      size: 7,
    });
    const read = await portal.act('dry-run-template', {
      templateRef: service,
      values,
      texts: true,
    });
    expect(read.body.output.files).toContainEqual({
      path: 'README.md',
      size: 7,
      text: '# cart\n',
    });

    const started = await portal.act('run-template', {
      templateRef: service,
      values,
    });
    const { link, state, taskId } = started.body.output;
    expect([state, link]).toEqual([
      'started',
      `http://localhost/create/tasks/${taskId}`,
    ]);
    const task = await portal.until(
      () => portal.get(`/scaffolder/v2/tasks/${taskId}`),
      ({ body }) => body.status === 'completed' || body.status === 'failed',
    );
    expect(task.body).toMatchObject({
      status: 'completed',
      createdBy: 'user:default/mock',
      spec: { parameters: values, templateInfo: { entityRef: service } },
    });
    await portal.stop();
  });

  it('say by field what is wrong, as the form does, and start nothing', async () => {
    const portal = await start();
    for (const [values, problems] of [
      [{}, [{ path: 'name', message: 'requires property "name"' }]],
      [
        { name: 'A b' },
        [{ path: 'name', message: expect.stringMatching(/pattern/) }],
      ],
    ] as const) {
      const refused = await portal.act('run-template', {
        templateRef: service,
        values,
      });
      expect(refused.body.output).toEqual({ state: 'refused', problems });
    }
    const asked = await portal.act('run-template', {
      templateRef: 'template:default/fields',
      values: {
        name: 'shop',
        environments: [
          { ref: 'resource:default/moon', size: 'small' },
          null,
          'x',
        ],
      },
    });
    expect(asked.body.output.state).toBe('refused');
    expect(asked.body.output.problems).toEqual(
      expect.arrayContaining([
        {
          path: 'name',
          message: 'The name is taken by component:default/shop',
        },
        {
          path: 'environments',
          message:
            'The catalog has no environment resource:default/moon; remove it and choose another',
        },
      ]),
    );
    const gone = await portal.act('run-template', {
      templateRef: 'template:default/gone',
      values: {},
    });
    expect([gone.status, gone.body.error.name]).toEqual([404, 'NotFoundError']);
    expect(
      (await portal.asService('/scaffolder/v2/tasks')).body.tasks,
    ).toHaveLength(0);
    await portal.stop();
  });

  it('are not offered, and start nothing, without the permission', async () => {
    const portal = await start(['scaffolder.task.create']);
    const { body } = await portal.get(
      '/scaffolder-portal/.backstage/actions/v1/actions',
    );
    const names = body.actions.map(({ name }: { name: string }) => name);
    expect(names).toContain('dry-run-template');
    expect(names).not.toContain('run-template');
    const refused = await portal.act('run-template', {
      templateRef: service,
      values: { name: 'cart' },
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(
      (await portal.asService('/scaffolder/v2/tasks')).body.tasks,
    ).toHaveLength(0);
    await portal.stop();
  });
});
