import type { CommitRecord, DeliveryRecord } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseDeliveryImporter } from './services/DatabaseDeliveryImporter';
import { attribution } from './__testUtils__/attribution';
import { arbitraryHistory } from './__testUtils__/arbitraryHistory';
import { dumpEntity } from './__testUtils__/dumpEntity';
import { testDatabases } from './__testUtils__/startDora';

jest.setTimeout(120_000);

type Origin = 'git' | 'import' | 'demo';

/** Whom to believe, the best last. */
const origins: Origin[] = ['demo', 'import', 'git'];

describe('what several sources say of one commit', () => {
  let client: Knex;
  let importer: DatabaseDeliveryImporter;
  let entities = 0;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    importer = DatabaseDeliveryImporter.create({ client, attribution });
  });

  async function load(
    entityRef: string,
    origin: Origin,
    records: DeliveryRecord[],
  ): Promise<void> {
    await importer.importRecords({
      entityRef,
      records: Readable.from(records),
      provenance: {
        source: origin === 'git' ? 'git' : 'import',
        demo: origin === 'demo',
      },
    });
  }

  function nextEntity(): string {
    entities += 1;
    return `component:default/e${entities}`;
  }

  it('is what Git says, then what was imported, then the demo, in any order', async () => {
    const histories = fc.record({
      demo: arbitraryHistory,
      import: arbitraryHistory,
      git: arbitraryHistory,
      cut: fc.nat(25),
      // Each is sent in two parts, and may be sent again.
      order: fc
        .array(
          fc.record({
            origin: fc.constantFrom(...origins),
            part: fc.constantFrom(0, 1),
          }),
          { maxLength: 6 },
        )
        .chain(repeated =>
          fc.shuffledSubarray(
            [...allParts(), ...repeated.map(item => ({ ...item }))],
            { minLength: 6 + repeated.length },
          ),
        ),
    });
    await fc.assert(
      fc.asyncProperty(histories, async ({ order, cut, ...said }) => {
        const [mixed, alone] = [nextEntity(), nextEntity()];
        for (const { origin, part } of order) {
          const records = said[origin];
          await load(
            mixed,
            origin,
            part === 0 ? records.slice(0, cut) : records.slice(cut),
          );
        }
        await load(alone, 'git', believed(said));
        expect(await dumpEntity(client, mixed)).toEqual(
          await dumpEntity(client, alone),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('lets nobody spoil a history before Git is read', async () => {
    const entityRef = nextEntity();
    const sha = (digit: string) => digit.repeat(40);
    const commit = (digit: string, rest: Partial<CommitRecord>) => ({
      type: 'commit' as const,
      sha: sha(digit),
      parents: digit === '2' ? [sha('1')] : [],
      authoredAt: '2024-01-02T00:00:00.000Z',
      committedAt: '2024-01-02T00:00:00.000Z',
      ...rest,
    });
    await load(entityRef, 'import', [
      commit('2', { parents: [], committedAt: '2001-01-01T00:00:00.000Z' }),
    ]);
    await load(entityRef, 'git', [
      commit('1', {}),
      commit('2', {}),
      ...['1', '2'].map(digit => ({
        type: 'release' as const,
        tag: `v${digit}`,
        sha: sha(digit),
        releasedAt: `2024-01-0${Number(digit) + 2}T00:00:00.000Z`,
      })),
    ]);
    expect(await dumpEntity(client, entityRef)).toEqual([
      expect.objectContaining({ sha: sha('1'), tag: 'v1', ordinal: 0 }),
      expect.objectContaining({
        sha: sha('2'),
        first_parent: sha('1'),
        changes: 1,
        lead_ms: String(2 * 86_400_000),
      }),
    ]);
  });
});

function allParts(): { origin: Origin; part: number }[] {
  return origins.flatMap(origin => [
    { origin, part: 0 },
    { origin, part: 1 },
  ]);
}

function believed(said: Record<Origin, DeliveryRecord[]>): DeliveryRecord[] {
  const commits = new Map<string, DeliveryRecord>();
  const others: DeliveryRecord[] = [];
  for (const record of origins.flatMap(origin => said[origin])) {
    if (record.type === 'commit') {
      commits.set(record.sha, record);
    } else {
      others.push(record);
    }
  }
  return [...commits.values(), ...others];
}
