import knexFactory, { type Knex } from 'knex';
import { Readable } from 'node:stream';
import { attribution } from '../__testUtils__/attribution';
import { reportedDeployment, seedReports } from '../__testUtils__/seedReports';
import { testDatabases } from '../__testUtils__/startDora';
import { attributeEntities } from '../derive/attributeEntities';
import { DatabaseDeliveryImporter } from '../services/DatabaseDeliveryImporter';
import { applyMigrations } from './applyMigrations';

jest.setTimeout(120_000);

const entityRef = 'component:default/small';
const at = Date.UTC(2026, 0, 1);
const others = 30_000;

describe('joins beside the reports of a company', () => {
  let shared: Knex;
  /** With one connection: what a connection has read is counted when it is told to. */
  let client: Knex;
  let entityId: number;

  beforeAll(async () => {
    shared = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => shared });
    client = knexFactory({
      ...shared.client.config,
      pool: { min: 1, max: 1 },
    });
    await client.raw(
      `INSERT INTO reports (kind, id, report, subject_keys, provenance, received_at)
       SELECT 'change', 'other:' || n, '{}', '{}', 8, now() FROM generate_series(1, ?) n`,
      [others],
    );
    entityId = await seedReports(client, entityRef, [
      reportedDeployment({ id: 'test:1', finishedAt: at }),
    ]);
    await client.raw('ANALYZE reports, report_entities');
  });

  afterAll(() => client.destroy());

  /** How many reports were read because all of them were. */
  async function readThrough(work: () => Promise<unknown>): Promise<number> {
    const count = async () => {
      await client.raw('SELECT pg_stat_force_next_flush()');
      const { rows } = await client.raw(
        `SELECT seq_tup_read AS read FROM pg_stat_user_tables WHERE relname = 'reports'`,
      );
      return Number(rows[0].read);
    };
    const before = await count();
    await work();
    return (await count()) - before;
  }

  it('counts what is read', async () => {
    expect(await readThrough(() => client('reports').count())).toBe(others + 1);
  });

  it('reads only the reports of an entity to derive it', async () => {
    const read = await readThrough(() =>
      client.transaction(transaction =>
        attributeEntities(transaction, {
          entityIds: [entityId],
          ...attribution,
        }),
      ),
    );
    expect(read).toBe(0);
    expect(await client('deployments').where({ entity_id: entityId })).toEqual([
      expect.objectContaining({ deployed_at: new Date(at) }),
    ]);
  });

  it('reads only the reports that an import tells of again', async () => {
    const importer = DatabaseDeliveryImporter.create({ client, attribution });
    const line = JSON.stringify({
      type: 'incident',
      source: 'test',
      id: '2',
      title: 'Down',
      openedAt: new Date(at).toISOString(),
    });
    const load = () =>
      importer.importLines({
        entityRef,
        stream: Readable.from([Buffer.from(`${line}\n`)]),
        provenance: { source: 'import', demo: false },
      });
    expect(await readThrough(load)).toBe(0);
    expect(await readThrough(load)).toBe(0);
    expect(await load()).toMatchObject({ accepted: 0, duplicate: 1 });
  });
});
