import { mockServices } from '@backstage/backend-test-utils';
import { comparisons, type Comparison } from '@portal/plugin-metrics-common';
import type { Knex } from 'knex';
import { attribution } from '../__testUtils__/attribution';
import { reportedDeployment, seedReports } from '../__testUtils__/seedReports';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseOverviewStore } from '../database/DatabaseOverviewStore';
import { DerivationWorker } from '../derive/DerivationWorker';
import { comparedWindow, type NamedWindow } from '../derive/namedWindows';
import { storeWindows } from '../derive/storeWindows';
import { WindowMemory } from './WindowMemory';

jest.setTimeout(120_000);

const day = 86_400_000;
const now = Date.UTC(2026, 0, 20, 12);
const window: NamedWindow = { endsOn: '2026-01-21', days: 28 };

describe('WindowMemory', () => {
  let client: Knex;
  let store: DatabaseOverviewStore;
  let worker: DerivationWorker;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    store = DatabaseOverviewStore.create({ client });
    worker = DerivationWorker.create({
      client,
      attribution,
      logger: mockServices.logger.mock(),
      now: () => now,
    });
  });

  /** Deployments at ages in days, which were named before or are new. */
  async function deploy(name: string, ages: number[], environment?: string) {
    const entityRef = `component:default/${name}`;
    await seedReports(
      client,
      entityRef,
      ages.map(age =>
        reportedDeployment({
          id: `${name} ${age}`,
          finishedAt: now - age * day,
          ...(environment && { environment }),
        }),
      ),
    );
    await worker.drain();
    return entityRef;
  }

  /** What the memory holds, in the words of the store. */
  async function readAll(
    memory: WindowMemory,
    environment: string,
    comparison: Comparison = 'before',
  ) {
    const known = await memory.read({ window, comparison });
    return [...known.values()]
      .flatMap(windows => windows.get(environment) ?? [])
      .map(({ now: facts, before }) => [facts, before])
      .sort(byName);
  }

  async function listAll(
    environment: string,
    comparison: Comparison = 'before',
  ) {
    const options = { environment, members: 'everybody' } as const;
    const [facts, before] = await Promise.all(
      [window, comparedWindow(window, comparison)].map(each =>
        store.listWindows({ window: each, ...options }),
      ),
    );
    const old = new Map(before.map(each => [each.entityRef, each]));
    return facts.map(each => [each, old.get(each.entityRef)]).sort(byName);
  }

  function byName([a]: unknown[], [b]: unknown[]) {
    return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
  }

  it('knows what the database knows, however it changes', async () => {
    const memory = WindowMemory.create({ store });
    expect(await readAll(memory, '')).toEqual([]);
    await deploy('one', [1, 2, 30]);
    await deploy('two', [3], 'prod-eu');
    for (const environment of ['', 'PRODUCTION', 'PROD-EU']) {
      const found = await readAll(memory, environment);
      expect(found).toEqual(await listAll(environment));
      expect(found).toHaveLength(environment === '' ? 2 : 1);
    }
    await deploy('one', [4, 5]);
    expect(await readAll(memory, '')).toEqual(await listAll(''));
    // Everything of one is taken back.
    await client.raw(
      `DELETE FROM report_entities WHERE entity_id = (SELECT id FROM entities WHERE entity_ref = 'component:default/two')`,
    );
    await deploy('two', []);
    const left = await readAll(memory, '');
    expect(left).toEqual(await listAll(''));
    expect(left).toHaveLength(1);
  });

  it('keeps apart what a window is compared with', async () => {
    const memory = WindowMemory.create({ store });
    const entityRef = await deploy('old', [1, 30, 31, 366, 367, 368]);
    const earlier = async (comparison: Comparison) => {
      expect(await readAll(memory, '', comparison)).toEqual(
        await listAll('', comparison),
      );
      const known = await memory.read({ window, comparison });
      return known.get(entityRef)?.get('')?.before?.deployments;
    };
    expect(await Promise.all(comparisons.map(earlier))).toEqual([2, 3]);
  });

  it('sees what a transaction commits that began long before', async () => {
    const memory = WindowMemory.create({ store });
    const [slow, quick] = [
      await deploy('slow', [1]),
      await deploy('quick', [1]),
    ];
    const endsOn = window.endsOn;
    const countOf = async (entityRef: string) =>
      (await memory.read({ window, comparison: 'before' }))
        .get(entityRef)
        ?.get('')?.now.deployments;
    const transaction = await client.transaction();
    const { id } = await transaction('entities')
      .where({ entity_ref: slow })
      .first('id');
    await transaction('deployments')
      .where({ entity_id: id })
      .update({ deployed_at: new Date(now - 20 * day) });
    await transaction.raw(
      `INSERT INTO deployments SELECT (jsonb_populate_record(d, '{"place": -999999}')).* FROM deployments d WHERE entity_id = ?`,
      [id],
    );
    await storeWindows(transaction, { entityIds: [id], endsOn });
    // Others come and go meanwhile.
    await deploy('quick', [2, 3]);
    expect([await countOf(slow), await countOf(quick)]).toEqual([1, 3]);
    await deploy('quick', [4]);
    await transaction.commit();
    expect([await countOf(slow), await countOf(quick)]).toEqual([2, 4]);
  });

  it('answers many at once, never older than what was there when they asked', async () => {
    const memory = WindowMemory.create({ store });
    const entityRef = await deploy('busy', [1]);
    const reads: Promise<number>[] = [];
    for (let count = 1; count <= 6; count += 1) {
      const known = count;
      for (let read = 0; read < 5; read += 1) {
        reads.push(
          memory.read({ window, comparison: 'before' }).then(found => {
            const facts = found.get(entityRef)?.get('')?.now;
            return (facts?.deployments ?? 0) - known;
          }),
        );
      }
      await deploy('busy', [count + 1]);
    }
    for (const more of await Promise.all(reads)) {
      expect(more).toBeGreaterThanOrEqual(0);
    }
  });
});
