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

  /** What a figure about what was read rose by. */
  async function rise(figure: string, work: () => Promise<unknown>) {
    const count = async () => {
      await client.raw('SELECT pg_stat_force_next_flush()');
      const { rows } = await client.raw(figure);
      return Number(rows[0].read);
    };
    const before = await count();
    await work();
    return (await count()) - before;
  }

  /** How many reports were read because all of them were. */
  async function readThrough(work: () => Promise<unknown>): Promise<number> {
    return rise(
      `SELECT seq_tup_read AS read FROM pg_stat_user_tables WHERE relname = 'reports'`,
      work,
    );
  }

  it('counts what is read', async () => {
    expect(await readThrough(() => client('reports').count('report'))).toBe(
      others + 1,
    );
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

  it('reads the histories that an import brings some times, however long they are', async () => {
    const importer = DatabaseDeliveryImporter.create({ client, attribution });
    const [components, commits] = [10, 300];
    const load = async (batch: number) => {
      const lines = Array.from({ length: components * commits }, (_, n) => {
        const name = `component:default/long-${batch}-${n % components}`;
        const sha = n.toString(16).padStart(40, '0');
        const instant = new Date(at + n * 1000).toISOString();
        const parents =
          n < components
            ? []
            : [(n - components).toString(16).padStart(40, '0')];
        return [
          { type: 'commit', sha, parents, authoredAt: instant },
          { type: 'release', sha, tag: `v${n}`, releasedAt: instant },
        ].map(line =>
          JSON.stringify({ ...line, entityRef: name, committedAt: instant }),
        );
      });
      const stream = Readable.from([Buffer.from(lines.flat().join('\n'))]);
      const provenance = { source: 'import', demo: false } as const;
      expect(await importer.importLines({ stream, provenance })).toMatchObject({
        accepted: 2 * components * commits,
      });
    };
    await load(0);
    // The planner knows these, and takes it that there is nothing of the others.
    await client.raw('ANALYZE commits, releases');
    for (const table of ['commits', 'releases']) {
      const read = await rise(
        `SELECT (SELECT sum(seq_tup_read) FROM pg_stat_user_tables WHERE relname = '${table}')
           + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = '${table}') AS read`,
        () => load(table.length),
      );
      expect(read).toBeLessThan(30 * components * commits);
    }
  });
});
