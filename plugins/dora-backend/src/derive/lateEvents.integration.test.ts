import { mockServices } from '@backstage/backend-test-utils';
import type { Report } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { arbitraryHistory } from '../__testUtils__/arbitraryHistory';
import { attribution } from '../__testUtils__/attribution';
import {
  reportedDeployment,
  reportedIncident,
} from '../__testUtils__/seedReports';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseReportStore } from '../reports/DatabaseReportStore';
import { queueDerivations } from '../reports/queueDerivations';
import { DatabaseDeliveryImporter } from '../services/DatabaseDeliveryImporter';
import { DerivationWorker } from './DerivationWorker';

jest.setTimeout(240_000);

const hour = 3_600_000;
const start = Date.UTC(2024, 0, 1);
const now = Date.UTC(2024, 0, 20, 12);

/** What tells of one thing each, as it may come at any time. */
type Told = {
  kind: 'deployment' | 'incident';
  id: number;
  at: number;
  lasts: number;
  /** The index of the commit that it names. */
  commit: number;
  environment: string;
  works: boolean;
};

const told: fc.Arbitrary<Told> = fc.record({
  kind: fc.constantFrom('deployment', 'incident', 'incident'),
  // Few, so that one is told again, otherwise.
  id: fc.integer({ min: 0, max: 5 }),
  at: fc.integer({ min: 0, max: 400 }),
  lasts: fc.integer({ min: 0, max: 30 }),
  commit: fc.integer({ min: 0, max: 30 }),
  environment: fc.constantFrom('prod-eu', 'prod-us', 'test'),
  works: fc.boolean(),
});

describe('an event that comes late', () => {
  let client: Knex;
  let entities = 0;
  let later = 0;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
  });

  function reportOf(entityRef: string, event: Told, shas: string[]): Report {
    const { kind, id, at, lasts, environment, works } = event;
    const sha = shas[event.commit % (shas.length + 1)];
    const subjects = [{ entityRef }];
    later += 1;
    return kind === 'deployment'
      ? reportedDeployment({
          id: `${entityRef} ${id}`,
          subjects,
          sha,
          version: String(id % 3),
          environment,
          finishedAt: start + at * hour,
          result: works ? 'success' : 'failure',
          updatedAt: later,
        })
      : reportedIncident({
          id: `${entityRef} ${id}`,
          subjects,
          openedAt: start + at * hour,
          ...(works && { resolvedAt: start + (at + lasts) * hour }),
          ...(lasts % 2 === 0 && { causedBy: sha }),
          updatedAt: later,
        });
  }

  /** Everything that is derived of an entity. */
  async function derivedOf(entityRef: string) {
    const tables = [
      'deployments',
      'changes',
      'unattributed',
      'running_deployments',
      'entity_days',
      'entity_windows',
    ];
    return Promise.all(
      tables.map(async table => {
        const { rows } = await client.raw(
          `SELECT to_jsonb(t)::text AS row FROM ${table} t JOIN entities e ON e.id = t.entity_id WHERE e.entity_ref = ?
           ORDER BY 1`,
          [entityRef],
        );
        return rows.map(({ row }: { row: string }) => row);
      }),
    );
  }

  it('leaves what deriving everything anew makes', async () => {
    const store = DatabaseReportStore.create({ client });
    const importer = DatabaseDeliveryImporter.create({ client, attribution });
    const logger = mockServices.logger.mock();
    const worker = DerivationWorker.create({
      client,
      attribution,
      logger,
      now: () => now,
    });
    await fc.assert(
      fc.asyncProperty(
        arbitraryHistory,
        fc.array(told, { minLength: 1, maxLength: 10 }),
        async (records, events) => {
          entities += 1;
          const entityRef = `component:default/late-${entities}`;
          await importer.importLines({
            entityRef,
            stream: Readable.from([
              Buffer.from(records.map(each => JSON.stringify(each)).join('\n')),
            ]),
            provenance: { source: 'import', demo: false },
          });
          const shas = records.flatMap(record =>
            record.type === 'commit' ? [record.sha] : [],
          );
          for (const event of events) {
            await store.write([reportOf(entityRef, event, shas)], {
              provenance: 'report',
              receivedAt: new Date(now),
              entityRef,
            });
            await worker.drain();
          }
          const late = await derivedOf(entityRef);
          await client.transaction(async transaction => {
            const { id } = await transaction('entities')
              .where({ entity_ref: entityRef })
              .first('id');
            for (const table of ['deployments', 'changes', 'unattributed']) {
              await transaction(table).where({ entity_id: id }).delete();
            }
            await queueDerivations(transaction, [id], { history: true });
          });
          await worker.drain();
          expect(late).toEqual(await derivedOf(entityRef));
        },
      ),
      { numRuns: 40 },
    );
    expect(logger.warn.mock.calls).toEqual([]);
  });

  it('does not look at the changes where only an incident is told', async () => {
    const entityRef = 'component:default/quiet';
    const store = DatabaseReportStore.create({ client });
    const importer = DatabaseDeliveryImporter.create({ client, attribution });
    const worker = DerivationWorker.create({
      client,
      attribution,
      logger: mockServices.logger.mock(),
      now: () => now,
    });
    const shas = [1, 2].map(digit => String(digit).repeat(40));
    const lines = shas.flatMap((sha, index) => {
      const at = new Date(start + (index + 1) * 24 * hour).toISOString();
      return [
        {
          type: 'commit',
          sha,
          parents: shas.slice(0, index),
          authoredAt: at,
          committedAt: at,
        },
        { type: 'release', tag: `v${index}`, sha, releasedAt: at },
      ];
    });
    await importer.importLines({
      entityRef,
      stream: Readable.from([
        Buffer.from(lines.map(line => JSON.stringify(line)).join('\n')),
      ]),
      provenance: { source: 'import', demo: false },
    });
    const { id } = await client('entities')
      .where({ entity_ref: entityRef })
      .first('id');
    const changes = client('changes').where({ entity_id: id });
    // What nobody derives: a look would mend it.
    await changes.clone().update({ lead_ms: 77 });
    await store.write(
      [
        reportedIncident({
          id: 'quiet',
          subjects: [{ entityRef }],
          openedAt: start + 49 * hour,
          causedBy: shas[1],
        }),
      ],
      { provenance: 'report', receivedAt: new Date(now), entityRef },
    );
    await worker.drain();
    const failed = client('deployments').where({ entity_id: id, failed: true });
    expect(await failed.select('tag')).toEqual([{ tag: 'v1' }]);
    expect(await changes.clone().select('lead_ms')).toEqual([
      { lead_ms: '77' },
    ]);
    await client.transaction(transaction =>
      queueDerivations(transaction, [id], { history: true }),
    );
    await worker.drain();
    expect(await changes.clone().select('lead_ms')).toEqual([{ lead_ms: '0' }]);
  });
});
