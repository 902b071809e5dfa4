import { mockServices } from '@backstage/backend-test-utils';
import { subjectKey, type Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { attribution } from './__testUtils__/attribution';
import {
  reportedDeployment,
  reportedIncident,
} from './__testUtils__/seedReports';
import { testDatabases } from './__testUtils__/startDora';
import { applyMigrations } from './database/applyMigrations';
import { DerivationWorker } from './derive/DerivationWorker';
import { ensureEntity } from './import/entities';
import { markPublished, readUnpublishedDay } from './publish/unpublishedDays';
import { moveFacts } from './rename/moveFacts';
import { DatabaseReportStore } from './reports/DatabaseReportStore';
import { removeDemoReports } from './reports/removeDemoReports';
import { DatabaseDeliveryImporter } from './services/DatabaseDeliveryImporter';

jest.setTimeout(240_000);

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const now = start + 30 * day;
const rounds = 6;
const names = ['one', 'two', 'three'].map(name => `component:default/${name}`);

/** Deployments of all components, in the order of their ids or backwards; the same ones in every round, told further. */
function reportsOf(round: number, count: number, source = 'test'): Report[] {
  return Array.from({ length: count }, (_, index) =>
    reportedDeployment({
      id: `${source}:${String(index).padStart(5, '0')}`,
      subjects: [{ entityRef: names[index % names.length] }],
      finishedAt: start + (index % 25) * day + round,
      environment: index % 2 ? 'prod-eu' : 'prod-us',
      updatedAt: round + 1,
    }),
  );
}

/** A commit, a release, and deployments of which others tell as well. */
function linesOf(round: number): string {
  const sha = String(round).padStart(40, '0');
  const at = new Date(start + round * day).toISOString();
  const lines = [
    { type: 'commit', sha, parents: [], authoredAt: at, committedAt: at },
    { type: 'release', tag: `v${round}`, sha, releasedAt: at },
    // Not in their order, and one of them twice.
    ...[900, 30, 610, 5, 700, 5].map(index => ({
      type: 'deployment',
      source: 'test',
      id: String(index).padStart(5, '0'),
      environment: 'prod-eu',
      startedAt: at,
      finishedAt: at,
      result: 'success',
    })),
  ];
  return lines.map(line => JSON.stringify(line)).join('\n');
}

describe('everybody who writes at once', () => {
  let client: Knex;
  const failures: unknown[] = [];

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    for (const entityRef of names) {
      await client('subject_keys').insert({
        key: subjectKey({ entityRef }),
        entity_id: await ensureEntity(client, entityRef),
        pending: false,
      });
    }
    client.on('query-error', error =>
      failures.push([error.message, error.detail]),
    );
  });

  it('never waits in a circle, and leaves what each alone would', async () => {
    const logger = mockServices.logger.mock();
    const store = DatabaseReportStore.create({ client });
    const importer = DatabaseDeliveryImporter.create({ client, attribution });
    const worker = DerivationWorker.create({
      client,
      attribution,
      logger,
      now: () => now,
    });
    const write = async (
      reports: readonly Report[],
      provenance: 'report' | 'demo' = 'report',
    ) => store.write(reports, { provenance, receivedAt: new Date(now) });
    const each = (work: (round: number) => Promise<unknown>) => async () => {
      for (let round = 0; round < rounds; round += 1) {
        await work(round);
      }
    };
    await Promise.all(
      [
        each(round => write(reportsOf(round, 1200))),
        each(round => write(reportsOf(round, 1200).reverse().slice(0, 700))),
        each(async round => {
          await write(reportsOf(round, 40, 'demo'), 'demo');
          await removeDemoReports(client);
        }),
        ...names.map(entityRef =>
          each(round =>
            importer.importLines({
              entityRef,
              stream: Readable.from([Buffer.from(linesOf(round))]),
              provenance: { source: 'import', demo: false },
            }),
          ),
        ),
        each(round =>
          write([
            reportedIncident({
              id: `test:incident-${round}`,
              subjects: [{ entityRef: names[round % names.length] }],
              openedAt: start + round * day,
            }),
          ]),
        ),
        each(() => worker.drain()),
        each(() => worker.drain()),
        each(async () => {
          const unpublished = await readUnpublishedDay(client);
          if (unpublished) {
            await markPublished(client, unpublished);
          }
        }),
        each(round =>
          client.transaction(transaction =>
            moveFacts(transaction, {
              oldRef: names[round % names.length],
              newRef: names[(round + 1) % names.length],
            }),
          ),
        ),
      ].map(run => run()),
    );
    await worker.drain();
    expect(failures).toEqual([]);
    expect(logger.warn.mock.calls).toEqual([]);
    const { rows } = await client.raw(
      `SELECT day FROM total_days t FULL JOIN (
         SELECT day, environment, sum(deployments) AS deployments FROM entity_days GROUP BY 1, 2) d USING (day, environment)
       WHERE coalesce(t.deployments, 0) <> coalesce(d.deployments, 0)`,
    );
    expect(rows).toEqual([]);
  });
});
