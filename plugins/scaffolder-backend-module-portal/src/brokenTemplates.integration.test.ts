import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { stringify } from 'yaml';
import { teamEntity } from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(180_000);

function template(name: string, steps: object[]) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: { type: 'service', parameters: [], steps },
  };
}

const location = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: { name },
  spec: { type: 'file', target: `./${name}.yaml` },
});

describe('a template with an error in it', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-broken-'));
    const files = {
      'no-yaml': 'kind: Template\n  metadata: [\n',
      'no-template': stringify(
        template('no-template', [{ id: 'nothing', name: 'Does nothing' }]),
      ),
      sound: stringify(
        template('sound', [
          { id: 'log', action: 'debug:log', input: { message: 'Sound' } },
        ]),
      ),
      unknown: stringify(
        template('unknown', [
          { id: 'first', action: 'debug:log', input: { message: 'Begun' } },
          { id: 'second', action: 'portal:git:publsh', input: { name: 'x' } },
          { id: 'third', action: 'portal:git:publish', input: { name: 'x' } },
        ]),
      ),
    };
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder, `${name}.yaml`), text);
    }
    await writeFile(
      join(folder, 'catalog.yaml'),
      [teamEntity, ...Object.keys(files).map(location)]
        .map(each => stringify(each))
        .join('---\n'),
    );
    portal = await startScaffolder({ folder });
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (path: string) =>
    request(portal.server)
      .get(`/api${path}`)
      .set('authorization', portal.authorization);

  it('is not offered, and hides no other', async () => {
    await portal.entity('template:sound');
    await portal.entity('template:unknown');
    const { body } = await get('/catalog/entities?filter=kind=template');
    const names = body.map(
      (each: { metadata: { name: string } }) => each.metadata.name,
    );
    expect(names.sort()).toEqual(['sound', 'unknown']);
    expect((await portal.run('sound', {})).status).toBe('completed');
  });

  it('fails at the step whose action is not there, before anything is published', async () => {
    const task = await portal.run('unknown', {});
    expect(task.status).toBe('failed');
    expect(task.log).toContain('Begun');
    expect(task.log).toMatch(/portal:git:publsh.* is not registered/);
    const { body: events } = await get(
      `/scaffolder/v2/tasks/${task.id}/events`,
    );
    expect(
      events
        .filter(
          ({ body }: { body: { status?: string } }) => body.status === 'failed',
        )
        .map(({ body }: { body: { stepId?: string } }) => body.stepId),
    ).toEqual(['second']);
    expect(
      await readdir(join(folder, 'repositories')).catch(() => []),
    ).not.toContain('x.git');
  });
});
