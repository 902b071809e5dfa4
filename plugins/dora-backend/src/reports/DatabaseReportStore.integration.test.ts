import { subjectKey, type Report } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { ensureEntity } from '../import/entities';
import { DatabaseReportStore } from './DatabaseReportStore';
import { ReportWriting } from './ReportWriting';
import {
  arbitraryReport,
  shas,
  slugSubject,
} from './__testUtils__/arbitraryReports';
import { dumpReports } from './__testUtils__/dumpReports';
import type { ReportProvenance } from './ReportStore';

jest.setTimeout(180_000);

const receivedAt = new Date('2026-02-01T10:00:00Z');
const components = {
  'component:default/one': 'org/one',
  'component:default/left': 'org/two',
  'component:default/right': 'org/two',
};

describe('DatabaseReportStore', () => {
  let client: Knex;
  let store: DatabaseReportStore;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    store = DatabaseReportStore.create({ client });
  });

  async function reset(): Promise<void> {
    await client.raw(
      `TRUNCATE reports, report_entities, subject_keys, derivations, entities, commits, report_sources, rejections`,
    );
    for (const [ref, slug] of Object.entries(components)) {
      await client('subject_keys').insert({
        key: subjectKey(slugSubject(slug)),
        entity_id: await ensureEntity(client, ref),
        pending: false,
      });
    }
  }

  async function write(
    reports: Report[],
    provenance: ReportProvenance = 'report',
  ) {
    return store.write(reports, { provenance, receivedAt });
  }

  it('keeps the same for any order, repetition and parts', async () => {
    const cases = fc.array(arbitraryReport, { maxLength: 8 }).chain(reports =>
      fc.tuple(
        fc.constant(reports),
        fc.shuffledSubarray([...reports, ...reports], {
          minLength: reports.length * 2,
        }),
        fc.integer({ min: 1, max: 4 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([reports, shuffled, size]) => {
        await reset();
        await write(reports);
        const whole = await dumpReports(client);
        await reset();
        for (let from = 0; from < shuffled.length; from += size) {
          await write(shuffled.slice(from, from + size));
        }
        expect(await dumpReports(client)).toEqual(whole);
        await client('derivations').delete();
        expect(await write(reports)).toEqual({
          inserted: 0,
          updated: 0,
          waiting: 0,
        });
        expect(await client('derivations')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the same when writers meet', async () => {
    const reports = fc.sample(arbitraryReport, { numRuns: 60, seed: 7 });
    await reset();
    await write(reports);
    const whole = await dumpReports(client);
    await reset();
    const parts = [0, 1, 2, 3].map(
      n =>
        fc.sample(fc.shuffledSubarray(reports, { minLength: 45 }), {
          numRuns: 1,
          seed: n,
        })[0],
    );
    await Promise.all([...parts, reports].map(part => write(part)));
    expect(await dumpReports(client)).toEqual(whole);
  });

  const deployment: Report = {
    kind: 'deployment',
    id: 'github:deployment:1',
    source: 'github',
    subjects: [slugSubject('ORG/One')],
    environment: 'production',
    sha: shas[0],
    finishedAt: 1_760_000_000_000,
    result: 'success',
    updatedAt: 1_760_000_000_000,
    sequence: 1,
  };
  const change: Report = {
    kind: 'change',
    id: `github:commit:1:${shas[0]}`,
    source: 'github',
    subjects: [slugSubject('org/two')],
    sha: shas[0],
    committedAt: 1_759_000_000_000,
    isMerge: true,
    updatedAt: 1_759_000_000_000,
    sequence: 0,
  };

  it('believes real reports alone where the demo generator tells of the same', async () => {
    const made: Report[] = [
      { ...deployment, environment: 'made-up', updatedAt: 1_770_000_000_000 },
      { ...change, id: 'demo:change', committedAt: 1_758_000_000_000 },
    ];
    const real = [deployment, change];
    const dumps = [];
    for (const order of [
      ['demo', 'report'],
      ['report', 'demo'],
    ] as const) {
      await reset();
      for (const provenance of order) {
        await write(provenance === 'demo' ? made : real, provenance);
      }
      const { rows } = await client.raw(
        `SELECT id, report, provenance FROM reports WHERE id = '${deployment.id}'
         UNION ALL SELECT n.entity_ref, to_jsonb(c.committed_at), c.provenance
         FROM commits c JOIN entities n ON n.id = c.entity_id ORDER BY 1`,
      );
      dumps.push(rows);
    }
    expect(dumps[0]).toEqual(dumps[1]);
    expect(dumps[0]).toEqual([
      {
        id: 'component:default/left',
        report: expect.stringContaining('2025-09-27'),
        provenance: 12,
      },
      {
        id: 'component:default/right',
        report: expect.stringContaining('2025-09-27'),
        provenance: 12,
      },
      {
        id: deployment.id,
        report: expect.objectContaining({ environment: 'production' }),
        provenance: 12,
      },
    ]);
  });

  it('leaves a commit as Git says, whichever came first', async () => {
    const git = {
      committed_at: new Date(1_757_000_000_000),
      authored_at: new Date(1_757_000_000_000),
      author: 'hash',
    };
    for (const isGitFirst of [true, false]) {
      await reset();
      const id = await ensureEntity(client, 'component:default/left');
      if (isGitFirst) {
        await client('commits').insert({
          entity_id: id,
          position: 0,
          sha: Buffer.from(shas[0], 'hex'),
          provenance: 1,
          ...git,
        });
      }
      await write([change]);
      const rows = await client('commits').where({ entity_id: id });
      expect(rows).toEqual([
        expect.objectContaining(
          isGitFirst
            ? { ...git, provenance: 9, other_parents: null }
            : { author: null, provenance: 8, other_parents: [] },
        ),
      ]);
    }
  });

  it('writes all or nothing, with what has to be derived', async () => {
    await reset();
    const before = await dumpReports(client);
    await expect(
      client.transaction(async transaction => {
        const writing = await ReportWriting.begin(transaction, {
          provenance: 'report',
          receivedAt,
        });
        await writing.insert([deployment, change]);
        await writing.finish();
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await dumpReports(client)).toEqual(before);
    expect(await write([deployment, change])).toEqual({
      inserted: 2,
      updated: 0,
      waiting: 0,
    });
    expect(await dumpReports(client)).toMatchObject({
      queued: Object.keys(components)
        .sort()
        .map(entity_ref => ({ entity_ref })),
    });
  });

  it('takes a push of 2,000 commits', async () => {
    await reset();
    const commits = Array.from({ length: 2000 }, (_, n): Report => {
      const sha = n.toString(16).padStart(40, '0');
      return { ...change, id: `github:commit:2:${sha}`, sha };
    });
    const start = performance.now();
    await write(commits);
    expect(performance.now() - start).toBeLessThan(10_000);
    const { rows } = await client.raw(
      `SELECT entity_id, count(*)::integer, max(position) AS last FROM commits GROUP BY 1`,
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ count: 2000, last: 1999 });
  });
});
