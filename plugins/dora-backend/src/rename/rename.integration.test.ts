import { mockServices } from '@backstage/backend-test-utils';
import type { OrgChange } from '@portal/plugin-org-history-common';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { attribution } from '../__testUtils__/attribution';
import { reportedDeployment, seedReports } from '../__testUtils__/seedReports';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseDeliveryStore } from '../database/DatabaseDeliveryStore';
import { DatabaseSettingsStore } from '../database/DatabaseSettingsStore';
import { DerivationWorker } from '../derive/DerivationWorker';
import { DatabaseDeliveryImporter } from '../services/DatabaseDeliveryImporter';
import { RenameFollower } from './RenameFollower';

jest.setTimeout(120_000);

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const period = { from: start, to: start + 60 * day };

function history(): string {
  const sha = '1'.repeat(40);
  const at = new Date(start).toISOString();
  return [
    { type: 'commit', sha, parents: [], authoredAt: at, committedAt: at },
    { type: 'release', tag: 'v1.0.0', sha, releasedAt: at },
  ]
    .map(line => JSON.stringify(line))
    .join('\n');
}

/** A feed that a test writes, with a cursor as the real one has. */
class Feed {
  readonly items: OrgChange[] = [];

  rename(oldRef: string, newRef: string): void {
    const sequence = this.items.length + 1;
    const at = new Date(start).toISOString();
    this.items.push({
      sequence,
      at,
      type: 'alias-added',
      alias: { oldRef, newRef },
    });
  }

  readonly changes = async ({ after }: { after: number }) => ({
    items: this.items.slice(after, after + 1),
    next: Math.min(after + 1, this.items.length),
  });
}

describe('RenameFollower', () => {
  let client: Knex;
  let importer: DatabaseDeliveryImporter;
  let store: DatabaseDeliveryStore;
  let worker: DerivationWorker;
  const feed = new Feed();

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    importer = DatabaseDeliveryImporter.create({ client, attribution });
    store = DatabaseDeliveryStore.create({ client });
    worker = DerivationWorker.create({
      client,
      attribution,
      logger: mockServices.logger.mock(),
    });
  });

  /** A new one each time, as after a restart. */
  async function follow(): Promise<void> {
    await RenameFollower.create({
      client,
      history: feed,
      logger: mockServices.logger.mock(),
      settings: DatabaseSettingsStore.create({ knex: client }),
    }).follow();
    await worker.drain();
  }

  async function load(entityRef: string): Promise<void> {
    await importer.importLines({
      entityRef,
      stream: Readable.from([Buffer.from(history())]),
      provenance: { source: 'import', demo: false },
    });
  }

  async function deploymentsOf(entityRef: string): Promise<unknown[]> {
    const page = await store.listDeployments({ entityRef, period, limit: 50 });
    return page.items.map(({ tag }) => tag);
  }

  async function total(): Promise<number> {
    const { rows } = await client.raw(
      'SELECT sum(deployments)::integer AS sum FROM total_days',
    );
    return rows[0].sum;
  }

  it('joins histories of which the new name knows a part', async () => {
    await load('component:default/whole');
    const other = '2'.repeat(40);
    const at = new Date(start + day).toISOString();
    await importer.importLines({
      entityRef: 'component:default/part',
      stream: Readable.from([
        Buffer.from(
          JSON.stringify({
            type: 'commit',
            sha: other,
            parents: ['1'.repeat(40)],
            authoredAt: at,
            committedAt: at,
          }),
        ),
      ]),
      provenance: { source: 'import', demo: false },
    });
    feed.rename('component:default/whole', 'component:default/part');
    await follow();
    expect(await deploymentsOf('component:default/part')).toEqual(['v1.0.0']);
    const { rows } = await client.raw(
      `SELECT count(*)::integer AS count FROM commits c JOIN entities e ON e.id = c.entity_id WHERE e.entity_ref = ?`,
      ['component:default/part'],
    );
    expect(rows).toEqual([{ count: 2 }]);
    await client.raw(
      'TRUNCATE total_days, entity_days, deployments, releases, commits',
    );
  });

  it('lets a new name keep what the old one did, and joins what both did', async () => {
    await load('component:default/old');
    await seedReports(client, 'component:default/old', [
      reportedDeployment({ id: 'a', finishedAt: start + day, version: '2' }),
    ]);
    await seedReports(client, 'component:default/new', [
      reportedDeployment({
        id: 'b',
        finishedAt: start + 2 * day,
        version: '3',
      }),
    ]);
    await worker.drain();
    expect(await total()).toBe(3);

    feed.rename('component:default/old', 'component:default/new');
    await follow();
    expect(await deploymentsOf('component:default/new')).toEqual([
      '3',
      '2',
      'v1.0.0',
    ]);
    expect(await deploymentsOf('component:default/old')).toEqual([]);
    expect(
      await store.listSources({ entityRef: 'component:default/old' }),
    ).toEqual([]);
    expect(await total()).toBe(3);

    // The new name knows a commit of its own before the follower comes: what the old one had is not lost for it.
    const { rows: shas } = await client.raw(
      `SELECT encode(sha, 'hex') AS sha FROM commits c JOIN entities e ON e.id = c.entity_id WHERE e.entity_ref = ?`,
      ['component:default/new'],
    );
    expect(shas).toEqual([{ sha: '1'.repeat(40) }]);

    // Read again, and renamed once more to a name that has read the same repository by then.
    await load('component:default/newest');
    feed.rename('component:default/new', 'component:default/newest');
    feed.rename('component:default/never-was', 'component:default/newest');
    await follow();
    await follow();
    expect(await deploymentsOf('component:default/newest')).toEqual([
      '3',
      '2',
      'v1.0.0',
    ]);
    expect(await total()).toBe(3);
  });
});
