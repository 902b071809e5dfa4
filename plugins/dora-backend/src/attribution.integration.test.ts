import {
  deploymentMetrics,
  middleOf,
  type DeliveryRecord,
} from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseDeliveryStore } from './database/DatabaseDeliveryStore';
import { DatabaseDeliveryImporter } from './services/DatabaseDeliveryImporter';
import { attribution } from './__testUtils__/attribution';
import { arbitraryHistory } from './__testUtils__/arbitraryHistory';
import { dumpEntity } from './__testUtils__/dumpEntity';
import { oracle, type OracleFigures } from './__testUtils__/oracle';
import { testDatabases } from './__testUtils__/startDora';

jest.setTimeout(240_000);

const from = Date.UTC(2024, 0, 2);
const to = Date.UTC(2024, 0, 14);
const week = 7 * 86_400_000;

describe('attribution', () => {
  let client: Knex;
  let importer: DatabaseDeliveryImporter;
  let store: DatabaseDeliveryStore;
  let entities = 0;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    importer = DatabaseDeliveryImporter.create({ client, attribution });
    store = DatabaseDeliveryStore.create({ client });
  });

  async function load(
    entityRef: string,
    batches: DeliveryRecord[][],
  ): Promise<void> {
    for (const batch of batches) {
      const text = batch.map(record => JSON.stringify(record)).join('\n');
      const result = await importer.importLines({
        entityRef,
        stream: Readable.from([Buffer.from(text)]),
        provenance: { source: 'import', demo: false },
      });
      expect(result.rejected).toBe(0);
      expect(result.accepted + result.duplicate).toBe(batch.length);
    }
  }

  async function figures(entityRef: string): Promise<OracleFigures> {
    const period = { from, to };
    const [facts] = await store.getPeriodFacts({
      entityRef,
      periods: [period],
    });
    const { items } = await store.listDeployments({
      entityRef,
      period,
      limit: 200,
    });
    return {
      ...facts,
      leadTimes: [],
      recoveries: [],
      list: items.map(({ sha = '', changes, failed, rework }) => ({
        sha,
        changes,
        failed,
        rework,
      })),
    };
  }

  function nextEntity(): string {
    entities += 1;
    return `component:default/e${entities}`;
  }

  it('agrees with a slow calculation from the words of the rules', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory, async records => {
        const entityRef = nextEntity();
        await load(entityRef, [records]);
        const expected = oracle(records, from, to);
        const actual = await figures(entityRef);
        expect(actual).toMatchObject({
          deployments: expected.deployments,
          failed: expected.failed,
          reworks: expected.reworks,
          list: expected.list,
        });
        const [facts] = await store.getPeriodFacts({
          entityRef,
          periods: [{ from, to }],
        });
        expect(facts.leadTimes).toEqual(middleOf(expected.leadTimes));
        expect(facts.recoveries).toEqual(middleOf(expected.recoveries));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same in whatever order and pieces the lines come', async () => {
    const shuffled = arbitraryHistory.chain(records =>
      fc.record({
        records: fc.constant(records),
        order: fc.shuffledSubarray(records, { minLength: records.length }),
        cuts: fc.array(fc.nat(records.length), { maxLength: 3 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ records, order, cuts }) => {
        const [whole, pieces] = [nextEntity(), nextEntity()];
        await load(whole, [records]);
        await load(pieces, cut(order, cuts));
        await load(pieces, [records]);
        expect(await dumpEntity(client, pieces)).toEqual(
          await dumpEntity(client, whole),
        );
        const trend = [0, 1, 2].map(index => ({
          from: from + index * week,
          to: from + (index + 1) * week,
        }));
        const periods = [...trend, { from, to: from + 3 * week }];
        const facts = await store.getPeriodFacts({ entityRef: whole, periods });
        const total = facts[3].deployments;
        expect(
          facts.slice(0, 3).reduce((sum, fact) => sum + fact.deployments, 0),
        ).toBe(total);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps entities apart that are written at the same time', async () => {
    const [records] = fc.sample(arbitraryHistory, { numRuns: 1, seed: 7 });
    const refs = Array.from({ length: 6 }, nextEntity);
    const shared = nextEntity();
    await Promise.all([
      ...refs.map(ref => load(ref, [records])),
      ...refs.map(() =>
        importer.importLines({
          entityRef: shared,
          stream: Readable.from([
            Buffer.from(
              records.map(record => JSON.stringify(record)).join('\n'),
            ),
          ]),
          provenance: { source: 'import', demo: false },
        }),
      ),
    ]);
    const expected = await dumpEntity(client, refs[0]);
    for (const ref of [...refs, shared]) {
      expect(await dumpEntity(client, ref)).toEqual(expected);
    }
  });

  it('replaces what a source brought, and only that', async () => {
    const entityRef = nextEntity();
    const [records, second] = fc.sample(arbitraryHistory, {
      numRuns: 2,
      seed: 3,
    });
    // A name stands for one content; what happens to forged ones is the business of the test of precedence.
    const others = second.map(record =>
      record.type === 'commit'
        ? records.find(
            other => other.type === 'commit' && other.sha === record.sha,
          ) ?? record
        : record,
    );
    const git = { source: 'git' as const, demo: false };
    await importer.importRecords({
      entityRef,
      records: Readable.from(records),
      provenance: git,
    });
    await load(entityRef, [others]);
    await importer.importRecords({
      entityRef,
      records: Readable.from(records),
      provenance: git,
      replace: true,
      cursor: { location: 'here', head: 'x' },
    });
    const both = nextEntity();
    await load(both, [records]);
    await load(both, [others]);
    expect(await dumpEntity(client, entityRef)).toEqual(
      await dumpEntity(client, both),
    );

    await importer.importRecords({
      entityRef,
      records: Readable.from([]),
      provenance: git,
      replace: true,
    });
    const alone = nextEntity();
    await load(alone, [others]);
    expect(await dumpEntity(client, entityRef)).toEqual(
      await dumpEntity(client, alone),
    );
  });

  it('drops releases that a complete batch does not have', async () => {
    const entityRef = nextEntity();
    const at = '2024-01-03T00:00:00.000Z';
    const sha = (digit: string) => digit.repeat(40);
    const commits: DeliveryRecord[] = ['1', '2'].map(digit => ({
      type: 'commit',
      sha: sha(digit),
      parents: digit === '2' ? [sha('1')] : [],
      authoredAt: at,
      committedAt: at,
    }));
    const tagged = (tag: string, digit: string): DeliveryRecord => ({
      type: 'release',
      tag,
      sha: sha(digit),
      releasedAt: at,
    });
    const options = {
      entityRef,
      provenance: { source: 'git' as const, demo: false },
      releases: 'complete' as const,
    };
    await importer.importRecords({
      ...options,
      records: Readable.from([
        ...commits,
        tagged('v1', '1'),
        tagged('v2', '2'),
      ]),
    });
    expect((await figures(entityRef)).deployments).toBe(2);
    await importer.importRecords({
      ...options,
      records: Readable.from([tagged('v2', '2')]),
    });
    const { list } = await figures(entityRef);
    expect(list.map(item => item.sha)).toEqual([sha('2')]);
  });

  it('calculates rates of several failures by deployment, not by revert', () => {
    const facts = {
      deployments: 23,
      mainlineDeployments: 0,
      failed: 4,
      reworks: 3,
    };
    const metrics = deploymentMetrics({ facts, duration: week });
    expect(metrics.changeFailRate.value).toBeCloseTo(4 / 23, 12);
  });
});

function cut<T>(items: T[], cuts: number[]): T[][] {
  const places = [0, ...[...cuts].sort((a, b) => a - b), items.length];
  return places.slice(1).map((end, index) => items.slice(places[index], end));
}
