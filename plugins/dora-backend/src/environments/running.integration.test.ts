import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { attribution } from '../__testUtils__/attribution';
import { reportedDeployment, seedReports } from '../__testUtils__/seedReports';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DerivationWorker } from '../derive/DerivationWorker';
import { DatabaseDeliveryImporter } from '../services/DatabaseDeliveryImporter';
import { DatabaseRunningStore } from './DatabaseRunningStore';

jest.setTimeout(120_000);

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 5);
const sha = (digit: number) => String(digit).repeat(40);
const at = (hours: number) => new Date(start + hours * hour).toISOString();

describe('what runs where', () => {
  let client: Knex;
  let store: DatabaseRunningStore;
  let importer: DatabaseDeliveryImporter;
  let worker: DerivationWorker;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    store = DatabaseRunningStore.create({ client });
    importer = DatabaseDeliveryImporter.create({ client, attribution });
    worker = DerivationWorker.create({
      client,
      attribution,
      logger: mockServices.logger.mock(),
    });
  });

  async function release(entityRef: string, tags: string[]) {
    const records = tags.flatMap((tag, index) => [
      {
        type: 'commit',
        sha: sha(index + 1),
        parents: [],
        authoredAt: at(index),
        committedAt: at(index),
      },
      { type: 'release', tag, sha: sha(index + 1), releasedAt: at(index) },
    ]);
    await importer.importLines({
      entityRef,
      stream: Readable.from([
        Buffer.from(records.map(each => JSON.stringify(each)).join('\n')),
      ]),
      provenance: { source: 'import', demo: true },
    });
  }

  it('is told by reports of all environments, production or not', async () => {
    const entityRef = 'component:default/reported';
    await seedReports(client, entityRef, [
      reportedDeployment({
        id: 'a',
        environment: 'prod1',
        finishedAt: start,
        version: '1.0',
        sha: sha(1),
        url: 'https://ci.example/1',
      }),
      reportedDeployment({
        id: 'b',
        environment: 'dev1',
        finishedAt: start + hour,
        version: '1.1',
      }),
      reportedDeployment({
        id: 'c',
        environment: 'prod1',
        finishedAt: start + 2 * hour,
        version: '1.1',
        result: 'failure',
      }),
      // It has not ended yet.
      reportedDeployment({
        id: 'd',
        environment: 'dev1',
        finishedAt: undefined as never,
        result: undefined,
      }),
    ]);
    await worker.drain();
    const [row] = await store.listRunning([entityRef]);
    expect(row.running).toEqual([
      {
        environment: 'DEV1',
        version: '1.1',
        deployedAt: at(1),
        versionsBehind: 0,
      },
      {
        environment: 'PROD1',
        version: '1.0',
        sha: sha(1),
        url: 'https://ci.example/1',
        deployedAt: at(0),
        versionsBehind: 1,
        newerSince: at(1),
        lastAttempt: { at: at(2), result: 'failure', version: '1.1' },
      },
    ]);
    // Derived again, nothing is written.
    const versions = () =>
      client('running_deployments').select(client.raw('xmin::text'));
    const before = await versions();
    await seedReports(client, entityRef, []);
    await worker.drain();
    expect(await versions()).toEqual(before);
  });

  it('is the last release where no tool reports deployments to production', async () => {
    const entityRef = 'component:default/released';
    await release(entityRef, ['v1', 'v2']);
    expect(await store.listRunning([entityRef])).toEqual([
      {
        entityRef,
        running: [
          {
            version: 'v2',
            sha: sha(2),
            deployedAt: at(1),
            versionsBehind: 0,
            demo: true,
          },
        ],
      },
    ]);
    await seedReports(client, entityRef, [
      reportedDeployment({
        id: 'later',
        environment: 'prod1',
        finishedAt: start + 9 * hour,
        version: 'v2',
      }),
    ]);
    await worker.drain();
    const [row] = await store.listRunning([entityRef]);
    expect(row.running.map(({ environment }) => environment)).toEqual([
      'PROD1',
    ]);
    await importer.removeDemoFacts();
    expect(await store.listDeployed([entityRef])).toEqual([entityRef]);
  });

  it('is nothing once the last fact is gone', async () => {
    const entityRef = 'component:default/gone';
    await release(entityRef, ['v1']);
    expect(
      await store.listDeployed([entityRef, 'component:default/x']),
    ).toEqual([entityRef]);
    await importer.removeDemoFacts();
    expect(await store.listDeployed([entityRef])).toEqual([]);
  });
});
