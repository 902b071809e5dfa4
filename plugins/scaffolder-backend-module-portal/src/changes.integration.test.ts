import { createBackendModule } from '@backstage/backend-plugin-api';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  changeRequestsExtensionPoint,
  type ChangeRequest,
  type ChangeRequests,
} from '.';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { ConnectedChangeRequests } from './changes/ConnectedChangeRequests';

function template(name: string, optional: boolean) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: {
      type: 'service',
      parameters: [],
      EXPERIMENTAL_recovery: { EXPERIMENTAL_strategy: 'startOver' },
      steps: [
        {
          id: 'change',
          action: 'portal:change:open',
          input: {
            title: 'Provision ${{ parameters.name }}',
            description: 'A new service.',
            environments: ['PROD1'],
            optional,
          },
        },
      ],
      output: {
        opened: '${{ steps.change.output.opened }}',
        id: '${{ steps.change.output.changeId }}',
        url: '${{ steps.change.output.changeUrl }}',
      },
    },
  };
}

/** Changes in memory, kept by their key. */
class Changes implements ChangeRequests {
  readonly title = 'Memory';
  readonly kept = new Map<string, ChangeRequest>();
  isDown = false;

  async open(request: ChangeRequest) {
    this.kept.set(request.key, request);
    if (this.isDown) {
      throw new Error('Memory is down; try again in an hour');
    }
    return { id: `CHG${this.kept.size}`, url: 'https://changes.example/1' };
  }
}

function connect(changes: ChangeRequests) {
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'changes-in-memory',
    register(env) {
      env.registerInit({
        deps: { point: changeRequestsExtensionPoint },
        async init({ point }) {
          point.setChangeRequests(changes);
        },
      });
    },
  });
}

describe('portal:change:open', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-changes-'));
    await writeFile(
      join(folder, 'catalog.yaml'),
      [template('must', false), template('may', true)]
        .map(entity => stringify(entity))
        .join('---\n'),
    );
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('says that nothing is connected, or goes on where the change is optional', async () => {
    const portal = await startScaffolder({ folder });
    const must = await portal.run('must', { name: 'shop' });
    expect(must.status).toBe('failed');
    expect(must.log).toContain(
      'No service management is connected to this portal',
    );
    const may = await portal.run('may', { name: 'shop' });
    expect(may).toMatchObject({
      status: 'completed',
      output: { opened: false },
      log: expect.stringContaining('was not opened'),
    });
    await portal.stop();
  });

  it('opens one change a step of a run, also when it is retried', async () => {
    const changes = new Changes();
    const portal = await startScaffolder({
      folder,
      features: [connect(changes)],
    });
    changes.isDown = true;
    const failed = await portal.run('must', { name: 'shop' });
    expect(failed.status).toBe('failed');
    expect(failed.log).toContain('Memory is down; try again in an hour');
    changes.isDown = false;
    const retried = await portal.retry(failed.id);
    expect(retried).toMatchObject({
      status: 'completed',
      output: { opened: true, id: 'CHG1', url: 'https://changes.example/1' },
    });
    expect([...changes.kept.values()]).toEqual([
      {
        key: `${failed.id}:change`,
        title: 'Provision shop',
        description: 'A new service.',
        entityRefs: [],
        environments: ['PROD1'],
        taskId: failed.id,
        templateRef: 'template:default/must',
        requestedBy: 'user:default/jane',
      },
    ]);
    await portal.stop();
  });

  it('goes to one service management', () => {
    const connected = ConnectedChangeRequests.create();
    connected.setChangeRequests(new Changes());
    expect(() => connected.setChangeRequests(new Changes())).toThrow(
      /Changes go to Memory/,
    );
  });
});
