import { dayName } from '@portal/plugin-metrics-common';
import type { Knex } from 'knex';
import {
  dumpValues,
  emptyValues,
  metric,
  startStore,
} from './__testUtils__/startStore';
import { DatabaseMetricStore } from './database/DatabaseMetricStore';
import { RetentionService } from './services/RetentionService';
import { toStagedRows } from './services/toStagedRows';

jest.setTimeout(120_000);

const publisher = 'plugin:test';
const firstDay = 20_000;

function valuesOf(metricId: string, count: number, sum: number, from = 0) {
  return Array.from({ length: count }, (_, index) => ({
    metricId,
    entityRef: `component:default/c${from + index}`,
    parts: { sum, count: 1 },
  }));
}

describe('what can go wrong', () => {
  let client: Knex;
  let store: DatabaseMetricStore;

  beforeAll(async () => {
    ({ client, store } = await startStore());
    await store.register(publisher, [metric('cost'), metric('visits')]);
  });

  beforeEach(() => emptyValues(client));

  async function publish(
    into: DatabaseMetricStore,
    day: number,
    values: ReturnType<typeof valuesOf>,
  ) {
    const names = [...new Set(values.map(value => value.metricId))];
    return into.publish(dayName(firstDay + day), names, metrics =>
      toStagedRows({ publisher, values, metrics }),
    );
  }

  it('lets many publish at once, from several instances, as if one after the other', async () => {
    const other = DatabaseMetricStore.create({ client });
    const work = [0, 1, 2, 3].flatMap(day => [
      // Overlapping entities in opposite orders, and metrics that both publish.
      () => publish(store, day, valuesOf('cost', 60, day % 2)),
      () => publish(other, day, valuesOf('cost', 60, day % 2, 30).reverse()),
      () =>
        publish(other, day, [
          ...valuesOf('visits', 20, 1),
          ...valuesOf('cost', 20, 1, 200),
        ]),
      () =>
        publish(store, day, [
          ...valuesOf('cost', 20, 1, 200),
          ...valuesOf('visits', 20, 1),
        ]),
    ]);
    await Promise.all(work.map(publishOne => publishOne()));
    const atOnce = await dumpValues(client);
    await emptyValues(client);
    for (const publishOne of work) {
      await publishOne();
    }
    expect(await dumpValues(client)).toEqual(atOnce);
    expect(atOnce.runs).toHaveLength(90 * 4 + 20 + 20);
  });

  it('lets two give the same new entities and metrics their numbers at once', async () => {
    const other = DatabaseMetricStore.create({ client });
    await Promise.all([
      store.register(publisher, [metric('alpha'), metric('beta')]),
      other.register(publisher, [metric('beta'), metric('alpha')]),
    ]);
    const values = valuesOf('alpha', 500, 1, 1000);
    await Promise.all([
      publish(store, 0, values),
      publish(other, 0, [...values].reverse()),
    ]);
    expect((await dumpValues(client)).runs).toHaveLength(500);
  });

  it('keeps nothing of a batch whose connection is killed in the middle', async () => {
    await publish(store, 0, valuesOf('cost', 100, 1));
    const before = await dumpValues(client);
    // Holding the reports lets the batch write its rows and then wait before its last step.
    const blocker = await client.transaction();
    await blocker.raw('LOCK TABLE reports IN EXCLUSIVE MODE');
    const failure = publish(store, 1, valuesOf('cost', 100, 2)).then(
      () => undefined,
      (error: Error) => error,
    );
    let pid: number | undefined;
    while (pid === undefined) {
      const { rows } = await client.raw(
        `SELECT pid FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO reports%'`,
      );
      pid = rows[0]?.pid;
    }
    await client.raw('SELECT pg_terminate_backend(?)', [pid]);
    expect(await failure).toBeInstanceOf(Error);
    await blocker.rollback();
    expect(await dumpValues(client)).toEqual(before);
    expect((await publish(store, 1, valuesOf('cost', 100, 2))).changed).toBe(
      100,
    );
  });

  it('forgets what is older than the retention and keeps what still holds', async () => {
    const stands = { metricId: 'cost', entityRef: 'component:default/stands' };
    const gone = { metricId: 'cost', entityRef: 'component:default/gone' };
    const parts = { sum: 1, count: 1 };
    for (const day of [0, 1, 2, 3, 4, 5]) {
      await publish(store, day, [
        { ...stands, parts: { sum: day === 1 ? 9 : 1, count: 1 } },
        ...(day < 2 ? [{ ...gone, parts }] : []),
      ]);
    }
    const retention = RetentionService.create({ client, retentionDays: 3 });
    const now = (firstDay + 5) * 86_400_000;
    expect(await retention.run(undefined, now)).toBeGreaterThan(0);
    const { runs, reports } = await dumpValues(client);
    expect(runs.map(({ ref, from, to }) => [ref, from, to])).toEqual([
      [stands.entityRef, dayName(firstDay + 2), 'infinity'],
    ]);
    expect(reports.map(({ day }) => day)).toEqual(
      [3, 4, 5].map(day => dayName(firstDay + day)),
    );
    expect(await retention.run(undefined, now)).toBe(0);
    // What is published afterwards still joins the run.
    expect((await publish(store, 6, [{ ...stands, parts }])).changed).toBe(0);
  });
});
