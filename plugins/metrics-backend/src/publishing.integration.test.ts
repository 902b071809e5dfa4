import { dayName, type PublishedValue } from '@portal/plugin-metrics-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  dumpValues,
  emptyValues,
  metric,
  startStore,
} from './__testUtils__/startStore';
import type { DatabaseMetricStore } from './database/DatabaseMetricStore';
import { toStagedRows } from './services/toStagedRows';

jest.setTimeout(300_000);

const publisher = 'plugin:test';
const firstDay = 20_000;
const entities = ['component:default/a', 'component:default/b'];

type Report = { day: number; values: PublishedValue[] };

function openings(sum: number): PublishedValue['parts'] {
  return { sum, count: sum };
}

function leadTime(value: number | undefined): PublishedValue['windows'] {
  const common = { unit: 'h', sampleSize: 3 } as const;
  return value === undefined
    ? { 28: { ...common, state: 'insufficient-data', have: 0, need: 1 } }
    : { 28: { ...common, state: 'ok', value } };
}

/** Few days, entities and values, so that they meet often. */
const report: fc.Arbitrary<Report> = fc.record({
  day: fc.integer({ min: 0, max: 5 }),
  values: fc.uniqueArray(
    fc.oneof(
      fc.record({
        metricId: fc.constant('openings'),
        entityRef: fc.constantFrom(...entities),
        parts: fc.integer({ min: 0, max: 1 }).map(openings),
      }),
      fc.record({
        metricId: fc.constant('leadTime'),
        entityRef: fc.constantFrom(...entities),
        windows: fc.constantFrom(undefined, 1.5, 2.25).map(leadTime),
      }),
    ),
    { minLength: 1, selector: value => value.metricId + value.entityRef },
  ),
});

describe('publishing', () => {
  let client: Knex;
  let store: DatabaseMetricStore;

  beforeAll(async () => {
    ({ client, store } = await startStore());
    await store.register(publisher, [
      metric('openings'),
      metric('leadTime', { aggregation: 'distribution', unit: 'h' }),
    ]);
  });

  async function publish({ day, values }: Report) {
    const names = values.map(value => value.metricId);
    return store.publish(dayName(firstDay + day), names, metrics =>
      toStagedRows({ publisher, values, metrics }),
    );
  }

  async function publishAll(reports: Report[]) {
    await emptyValues(client);
    for (const item of reports) {
      await publish(item);
    }
    return dumpValues(client);
  }

  it('leaves the same rows in whatever order the days come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .uniqueArray(report, {
            minLength: 1,
            maxLength: 6,
            selector: item => item.day,
          })
          .chain(reports =>
            fc.tuple(
              fc.constant(reports),
              fc.shuffledSubarray(reports, { minLength: reports.length }),
            ),
          ),
        async ([reports, shuffled]) => {
          const inOrder = [...reports].sort((a, b) => a.day - b.day);
          const expected = await publishAll(inOrder);
          expect(await publishAll(shuffled)).toEqual(expected);
          // And saying it all again changes nothing.
          for (const item of reports) {
            expect((await publish(item)).changed).toBe(0);
          }
          expect(await dumpValues(client)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps of any reports and corrections what the last word of each day says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(report, { minLength: 1, maxLength: 12 }),
        async reports => {
          const { runs, reports: reported } = await publishAll(reports);
          expect(
            runs.map(({ metric: id, ref, from, to, sum, value }) =>
              [id, ref, from, to, sum ?? value].join(' '),
            ),
          ).toEqual(runsOf(reports));
          expect(
            reported.map(({ metric: id, ref, day }) => `${id} ${ref} ${day}`),
          ).toEqual(
            [...lastWords(reports)].flatMap(([key, days]) =>
              [...days.keys()].sort().map(day => `${key} ${day}`),
            ),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});

/** What was said last of each day, by metric and entity, sorted. */
function lastWords(reports: Report[]): Map<string, Map<string, unknown>> {
  const words = new Map<string, Map<string, unknown>>();
  for (const { day, values } of reports) {
    for (const { metricId, entityRef, parts, windows } of values) {
      const key = `${metricId} ${entityRef}`;
      const days = words.get(key) ?? new Map<string, unknown>();
      const word = parts ? parts.sum : windows?.[28]?.value;
      words.set(key, days.set(dayName(firstDay + day), word));
    }
  }
  return new Map([...words].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The rows that these reports must make, thought the simplest way. */
function runsOf(reports: Report[]): string[] {
  return [...lastWords(reports)].flatMap(([key, days]) => {
    const begins = [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(([, word], index, all) => !index || all[index - 1][1] !== word);
    return begins.map(([day, word], index) =>
      [key, day, begins[index + 1]?.[0] ?? 'infinity', word].join(' '),
    );
  });
}
