import { mockServices } from '@backstage/backend-test-utils';
import {
  deploymentDays,
  medianOf,
  type DeliveryRecord,
} from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { arbitraryHistory } from '../__testUtils__/arbitraryHistory';
import { attribution } from '../__testUtils__/attribution';
import {
  reportedDeployment,
  reportedIncident,
  seedReports,
} from '../__testUtils__/seedReports';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseDeliveryStore } from '../database/DatabaseDeliveryStore';
import { DatabaseOverviewStore } from '../database/DatabaseOverviewStore';
import { DatabaseDeliveryImporter } from '../services/DatabaseDeliveryImporter';
import { DerivationWorker } from './DerivationWorker';
import { spanOfWindow, windowsEnding } from './namedWindows';

jest.setTimeout(240_000);

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2024, 0, 1);
// The day after the last of arbitrary histories.
const now = Date.UTC(2024, 0, 20, 12);
const period = { from: start, to: start + 60 * day };
const sha = (digit: number) => String(digit).repeat(40);

describe('derivation', () => {
  let client: Knex;
  let store: DatabaseDeliveryStore;
  let overviews: DatabaseOverviewStore;
  let importer: DatabaseDeliveryImporter;
  let worker: DerivationWorker;
  let entities = 0;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    store = DatabaseDeliveryStore.create({ client });
    overviews = DatabaseOverviewStore.create({ client });
    importer = DatabaseDeliveryImporter.create({ client, attribution });
    worker = DerivationWorker.create({
      client,
      attribution,
      logger: mockServices.logger.mock(),
      now: () => now,
    });
  });

  function nextEntity(): string {
    entities += 1;
    return `component:default/d${entities}`;
  }

  async function load(entityRef: string, records: DeliveryRecord[]) {
    await importer.importLines({
      entityRef,
      stream: Readable.from([
        Buffer.from(records.map(each => JSON.stringify(each)).join('\n')),
      ]),
      provenance: { source: 'import', demo: false },
    });
  }

  async function deploymentsOf(entityRef: string) {
    const { items } = await store.listDeployments({
      entityRef,
      period,
      limit: 200,
    });
    return items.reverse();
  }

  async function rowsOf(entityRef: string) {
    const { rows } = await client.raw(
      `SELECT d.*, d.xmin::text FROM deployments d JOIN entities e ON e.id = d.entity_id
       WHERE e.entity_ref = ? ORDER BY deployed_at, ordinal`,
      [entityRef],
    );
    return rows;
  }

  it('charges incidents, rollbacks and reverts with their evidence', async () => {
    const entityRef = nextEntity();
    await seedReports(client, entityRef, [
      reportedDeployment({ id: 'd1', finishedAt: start, version: '1' }),
      reportedDeployment({ id: 'd2', finishedAt: start + day, version: '2' }),
      reportedDeployment({
        id: 'd3',
        finishedAt: start + day + hour,
        version: '1',
        environment: 'PRODUCTION',
      }),
      reportedDeployment({
        id: 'd4',
        finishedAt: start + 3 * day,
        version: '3',
        sha: sha(4),
        url: 'https://ci.example/4',
      }),
      reportedDeployment({
        id: 'elsewhere',
        finishedAt: start + 2 * day,
        environment: 'test',
      }),
      reportedDeployment({
        id: 'broken',
        finishedAt: start,
        result: 'failure',
      }),
      reportedIncident({
        id: 'i1',
        title: 'Checkout is down',
        openedAt: start + 3 * day + hour,
        resolvedAt: start + 3 * day + 5 * hour,
      }),
      reportedIncident({ id: 'i2', openedAt: start + 30 * day }),
      reportedIncident({
        id: 'i3',
        openedAt: start + 3 * day + hour,
        environment: 'test',
      }),
    ]);
    await worker.drain();

    const deployments = await deploymentsOf(entityRef);
    expect(
      deployments.map(
        ({ tag, environment, failed, reasons, recovery, rework }) => ({
          tag,
          environment,
          failed,
          reasons,
          hours: recovery?.hours,
          by: recovery?.tag ?? recovery?.incident?.title,
          rework,
        }),
      ),
    ).toEqual([
      expect.objectContaining({
        tag: '1',
        environment: 'PRODUCTION',
        failed: false,
      }),
      {
        tag: '2',
        environment: 'PRODUCTION',
        failed: true,
        reasons: ['rollback'],
        hours: 1,
        by: '1',
        rework: false,
      },
      expect.objectContaining({ tag: '1', failed: false, rework: true }),
      {
        tag: '3',
        environment: 'PRODUCTION',
        failed: true,
        reasons: ['same-service'],
        hours: 5,
        by: 'Checkout is down',
        rework: false,
      },
    ]);
    expect(deployments[3]).toMatchObject({
      sha: sha(4),
      url: 'https://ci.example/4',
    });
    const unattributed = await client('unattributed')
      .join('reports', 'reports.number', 'unattributed.report_number')
      .join('entities', 'entities.id', 'unattributed.entity_id')
      .where({ entity_ref: entityRef })
      .select('reports.id', 'reason');
    expect(unattributed).toEqual([
      { id: 'i2', reason: 'no-recent-deployment' },
    ]);
  });

  it('charges an incident where it was', async () => {
    const entityRef = nextEntity();
    await seedReports(client, entityRef, [
      reportedDeployment({
        id: 'eu',
        finishedAt: start,
        version: 'eu',
        environment: 'prod-eu',
      }),
      reportedDeployment({
        id: 'us',
        finishedAt: start + 300_000,
        version: 'us',
        environment: 'prod-us',
      }),
      reportedIncident({
        id: 'in-eu',
        openedAt: start + hour,
        environment: 'prod-eu',
      }),
    ]);
    await worker.drain();
    const failed = (await deploymentsOf(entityRef)).filter(each => each.failed);
    expect(failed.map(({ environment }) => environment)).toEqual(['PROD-EU']);
  });

  it('goes on where one entity can not be derived, and tries it again', async () => {
    const [broken, whole] = [nextEntity(), nextEntity()];
    const failing = DerivationWorker.create({
      client,
      attribution: {
        environments: {
          resolve: name => {
            if (name === 'prod-broken') {
              throw new Error('no answer');
            }
            return attribution.environments.resolve(name);
          },
        },
      },
      logger: mockServices.logger.mock(),
      now: () => now,
    });
    const one = reportedDeployment({
      id: 'broken',
      finishedAt: start,
      environment: 'prod-broken',
    });
    await seedReports(client, broken, [one]);
    await seedReports(client, whole, [
      reportedDeployment({ id: 'whole', finishedAt: start }),
    ]);
    await failing.drain();
    expect(await deploymentsOf(whole)).toHaveLength(1);
    expect(await client('derivations').select('entity_id')).toHaveLength(1);
    await client('derivations').update({ requested_at: client.fn.now() });
    await worker.drain();
    expect(await deploymentsOf(broken)).toHaveLength(1);
  });

  it('lets reports take over from releases, and charges incidents to both', async () => {
    const entityRef = nextEntity();
    const commit = (digit: number, parents: number[]): DeliveryRecord => ({
      type: 'commit',
      sha: sha(digit),
      parents: parents.map(sha),
      authoredAt: new Date(start + digit * day - hour).toISOString(),
      committedAt: new Date(start + digit * day - hour).toISOString(),
    });
    const release = (digit: number): DeliveryRecord => ({
      type: 'release',
      tag: `v${digit}`,
      sha: sha(digit),
      releasedAt: new Date(start + digit * day).toISOString(),
    });
    await load(entityRef, [
      commit(1, []),
      commit(2, [1]),
      commit(3, [2]),
      release(1),
      release(2),
      release(3),
    ]);
    await seedReports(client, entityRef, [
      reportedDeployment({
        id: 'took-over',
        finishedAt: start + 3 * day - 60_000,
        sha: sha(3),
      }),
      reportedIncident({ id: 'of-release', openedAt: start + 2 * day + hour }),
    ]);
    await worker.drain();
    const deployments = await deploymentsOf(entityRef);
    // The release of the third commit is what the pipeline deployed: it does not count again.
    expect(
      deployments.map(({ sha: name, changes, failed }) => [
        name,
        changes,
        failed,
      ]),
    ).toEqual([
      [sha(1), 0, false],
      [sha(2), 1, true],
      [sha(3), 1, false],
    ]);
    expect(deployments[2].leadTimeMedian).toBeCloseTo(1 - 1 / 60, 9);
  });

  it('writes only what a late event changes', async () => {
    const entityRef = nextEntity();
    const reports = Array.from({ length: 40 }, (_, index) =>
      reportedDeployment({
        id: `many-${index}`,
        finishedAt: start + index * day,
        version: String(index),
      }),
    );
    await seedReports(client, entityRef, reports);
    await worker.drain();
    const before = await rowsOf(entityRef);
    await seedReports(client, entityRef, [
      reportedIncident({ id: 'late', openedAt: start + 10 * day + hour }),
    ]);
    await worker.drain();
    const after = await rowsOf(entityRef);
    const touched = after.filter(
      (row: { xmin: string }, index: number) => row.xmin !== before[index].xmin,
    );
    expect(touched.map((row: { tag: string }) => row.tag)).toEqual(['10']);
    expect(touched[0].failed).toBe(true);
  });

  it('keeps days, their sums and windows equal to the deployments', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory, async records => {
        const entityRef = nextEntity();
        await load(entityRef, records);
        await worker.drain();
        const endsOn = await overviews.newestEnd();
        expect(endsOn).toBe('2024-01-21');
        for (const window of windowsEnding(endsOn ?? '')) {
          const span = spanOfWindow(window);
          const question = { entityRef, periods: [span] };
          const [facts] = await store.getPeriodFacts(question);
          const seen = await store.listDeploymentDays({
            entityRef,
            period: span,
          });
          const [kept] = await overviews.listWindows({
            window,
            environment: '',
            members: [entityRef],
          });
          const whole = kept ?? {
            deployments: 0,
            mainlineDeployments: 0,
            failed: 0,
            reworks: 0,
          };
          expect(whole).toMatchObject({
            deployments: facts.deployments,
            mainlineDeployments: facts.mainlineDeployments,
            failed: facts.failed,
            reworks: facts.reworks,
          });
          const medians = [
            [kept?.leadTime, facts.leadTimes],
            [kept?.recovery, facts.recoveries],
          ] as const;
          for (const [actual, expected] of medians) {
            expect(actual?.count).toBe(expected?.count);
            expect(actual?.median).toBe(expected && medianOf(expected));
          }
          const { perWeek } = deploymentDays({ deployments: seen, ...span });
          expect(kept?.daysPerWeek ?? 0).toBeCloseTo(perWeek ?? 0, 5);
          const [sums] = await overviews.sumDays({
            points: [
              {
                from: new Date(span.from).toISOString().slice(0, 10),
                to: new Date(span.to).toISOString().slice(0, 10),
              },
            ],
            environment: '',
            members: [{ entityRef }],
          });
          expect(sums).toEqual({
            deployments: facts.deployments,
            failed: facts.failed,
            reworks: facts.reworks,
          });
        }
      }),
      { numRuns: 15 },
    );
    const { rows } = await client.raw(
      `SELECT day FROM total_days t FULL JOIN (
         SELECT day, environment, sum(deployments) AS deployments, sum(failed) AS failed, sum(reworks) AS reworks
         FROM entity_days GROUP BY 1, 2) d USING (day, environment)
       WHERE coalesce(t.deployments, 0) <> coalesce(d.deployments, 0) OR coalesce(t.failed, 0) <> coalesce(d.failed, 0)
         OR coalesce(t.reworks, 0) <> coalesce(d.reworks, 0)`,
    );
    expect(rows).toEqual([]);
  });

  it('is done once by several workers at the same list', async () => {
    const refs = Array.from({ length: 12 }, nextEntity);
    for (const entityRef of refs) {
      await seedReports(client, entityRef, [
        reportedDeployment({ id: entityRef, finishedAt: start }),
      ]);
    }
    await Promise.all([worker.drain(), worker.drain(), worker.drain()]);
    await worker.drain();
    expect(await client('derivations').select()).toEqual([]);
    for (const entityRef of refs) {
      expect(await deploymentsOf(entityRef)).toHaveLength(1);
    }
  });

  it('makes windows seldom while lines are imported, and at once afterwards', async () => {
    let isImporting = true;
    const patient = DerivationWorker.create({
      client,
      attribution,
      logger: mockServices.logger.mock(),
      now: () => now,
      isImporting: () => isImporting,
    });
    const stale = async () => (await client('stale_windows').select()).length;
    const record = { sha: '1'.repeat(40), at: new Date(start).toISOString() };
    const history = (tag: string): DeliveryRecord[] => [
      {
        type: 'commit',
        sha: record.sha,
        parents: [],
        authoredAt: record.at,
        committedAt: record.at,
      },
      { type: 'release', tag, sha: record.sha, releasedAt: record.at },
    ];
    await load(nextEntity(), history('v1'));
    await patient.drain();
    expect(await stale()).toBe(0);
    await load(nextEntity(), history('v2'));
    await patient.drain();
    expect(await stale()).toBe(1);
    isImporting = false;
    await patient.drain();
    expect(await stale()).toBe(0);
  });
});
