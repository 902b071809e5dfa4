import { mockServices } from '@backstage/backend-test-utils';
import { BackgroundPace } from '@portal/background-work';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { attribution } from '../__testUtils__/attribution';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseOverviewStore } from '../database/DatabaseOverviewStore';
import { DatabaseDeliveryImporter } from '../services/DatabaseDeliveryImporter';
import { MetricPublisher } from './MetricPublisher';

jest.setTimeout(120_000);

describe('publishing', () => {
  let client: Knex;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
    const lines = days.flatMap((day, index) => {
      const [sha, at] = [String(index + 1).repeat(40), `${day}T10:00:00Z`];
      return [
        { type: 'commit', sha, parents: [], authoredAt: at, committedAt: at },
        { type: 'release', tag: `v${index + 1}`, sha, releasedAt: at },
      ];
    });
    const importer = DatabaseDeliveryImporter.create({ client, attribution });
    await importer.importLines({
      entityRef: 'component:default/shop',
      stream: Readable.from([
        Buffer.from(lines.map(line => JSON.stringify(line)).join('\n')),
      ]),
      provenance: { source: 'import', demo: false },
    });
  });

  it('tells a day at a time while others are at work, and the rest as soon as they are done', async () => {
    const told: string[] = [];
    let busy = true;
    const publisher = MetricPublisher.create({
      client,
      logger: mockServices.logger.mock(),
      store: DatabaseOverviewStore.create({ client }),
      metrics: {
        async register() {},
        async publish({ day }) {
          told.push(day);
          return { reported: 0, changed: 0 };
        },
      },
      pace: BackgroundPace.create({ isBusy: async () => busy, share: 1e-9 }),
    });
    const published = publisher.publish();
    while (told.length === 0) {
      await sleep(20);
    }
    await sleep(1_000);
    expect(told).toEqual(['2026-01-03']);
    busy = false;
    await published;
    expect(told).toEqual(['2026-01-03', '2026-01-02', '2026-01-01']);
  });
});
