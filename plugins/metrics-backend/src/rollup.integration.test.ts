import {
  addParts,
  dayName,
  dayOfInstant,
  type RollupAnswer,
  type TrendAnswer,
  type TrendPoint,
} from '@portal/plugin-metrics-common';
import fc from 'fast-check';
import { MemoryOrgHistory } from './__testUtils__/MemoryOrgHistory';
import { startMetrics } from './__testUtils__/startMetrics';
import { metric } from './__testUtils__/startStore';

jest.setTimeout(300_000);

const today = dayOfInstant(Date.now());
const first = today - 6;
const refs = ['a', 'b', 'c', 'd'].map(name => `component:default/${name}`);
const teams = ['group:default/red', 'group:default/blue'];
const definitions = [
  metric('cost'),
  metric('failRate', { aggregation: 'ratio', unit: 'ratio' }),
  metric('findings', { overTime: 'last' }),
  metric('leadTime', { aggregation: 'distribution', unit: 'h' }),
];
const metricIds = definitions.map(({ id }) => id);

type Day = { cost: number; failed: number; all: number } | undefined;
/** Per component: what it had on each of six days, and on which day it moved from the first team to the second. */
type World = Array<{ days: Day[]; moves: number }>;

const world: fc.Arbitrary<World> = fc.array(
  fc.record({
    days: fc.array(
      fc.option(
        fc.record({
          cost: fc.integer({ min: 0, max: 2 }).map(cost => cost / 10),
          failed: fc.nat(1),
          all: fc.integer({ min: 1, max: 2 }),
        }),
        { nil: undefined, freq: 4 },
      ),
      { minLength: 6, maxLength: 6 },
    ),
    moves: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: refs.length, maxLength: refs.length },
);

function toPoints(scopes: RollupAnswer['scopes']): TrendPoint[][] {
  return scopes.map(({ metrics }) =>
    metrics.map(({ coverage, value, ...rest }) => ({
      coverage,
      value,
      ...('distribution' in rest && { distribution: rest.distribution }),
    })),
  );
}

describe('roll-ups', () => {
  const orgHistory = new MemoryOrgHistory([]);
  let portal: Awaited<ReturnType<typeof startMetrics>>;

  async function rollup(body: object) {
    const response = await portal.post('/query/rollup', body);
    expect([response.status, response.body.error]).toEqual([200, undefined]);
    return response.body.scopes;
  }

  /** Every day is published whole, by metrics of this run alone. */
  async function build(found: World, suffix: string) {
    await portal.register(
      definitions.map(item => ({ ...item, id: item.id + suffix })),
    );
    for (let place = 0; place < 6; place++) {
      const values = found.flatMap(({ days }, index) => {
        const day = days[place];
        const of = (id: string) => ({
          metricId: id + suffix,
          entityRef: refs[index],
        });
        return day
          ? [
              { ...of('cost'), parts: { sum: day.cost, count: 1 } },
              { ...of('findings'), parts: { sum: day.all } },
              {
                ...of('failRate'),
                parts: { numerator: day.failed, denominator: day.all },
              },
              {
                ...of('leadTime'),
                windows: {
                  28: { state: 'ok', value: day.all, unit: 'h', sampleSize: 1 },
                },
              },
            ]
          : [];
      });
      if (values.length) {
        await portal.publish({ day: dayName(first + place), values });
      }
    }
    orgHistory.stays = found.flatMap(({ moves }, index) => {
      // In the middle of a day: that day belongs to the second team.
      const at = `${dayName(first + moves)}T12:00:00.000Z`;
      const ref = refs[index];
      return [
        { scope: 'everything', ref },
        { scope: teams[0], ref, to: at },
        { scope: teams[1], ref, from: at },
      ];
    });
  }

  beforeAll(async () => {
    portal = await startMetrics({ orgHistory });
  });

  it('of teams add to that of all, with every day at the owner of its time', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(world, async found => {
        run += 1;
        const suffix = `Of${run}`;
        await build(found, suffix);
        const ids = ['cost', 'failRate'].map(id => id + suffix);
        const [all, ...ofTeams] = await rollup({
          metricIds: ids,
          scopes: ['everything', ...teams],
          from: dayName(first),
          to: dayName(first + 6),
        });
        for (const index of [0, 1]) {
          const whole = all.metrics[index];
          const parts = ofTeams.map(
            (team: typeof all) => team.metrics[index].parts,
          );
          const added = addParts(
            parts.filter((part: object) => Object.keys(part).length),
          );
          expect(added ?? {}).toEqual(whole.parts);
        }
        // A ratio lies between those of its parts.
        const ratioOf = (scope: typeof all) => scope.metrics[1].value.value;
        const ratios = ofTeams.map(ratioOf).filter(Number.isFinite);
        const low = Math.min(...ratios, Infinity) - 1e-12;
        const high = Math.max(...ratios, -Infinity) + 1e-12;
        expect(ratios.length === 0).toBe(ratioOf(all) === undefined);
        expect(ratioOf(all) ?? low).toBeGreaterThanOrEqual(low);
        expect(ratioOf(all) ?? high).toBeLessThanOrEqual(high);
        // The period before is the one that can be asked for by its days.
        const question = { metricIds: ids, scopes: teams };
        const half = dayName(first + 3);
        const later = { from: half, to: dayName(first + 6), previous: true };
        const earlier = { from: dayName(first), to: half };
        const compared: RollupAnswer['scopes'] = await rollup({
          ...question,
          ...later,
        });
        expect(
          compared.map(({ metrics }) => metrics.map(item => item.previous)),
        ).toEqual(toPoints(await rollup({ ...question, ...earlier })));
        // And each is what a simple count says.
        for (const [index, team] of [ofTeams[0], ofTeams[1]].entries()) {
          const cost = found
            .flatMap(({ days, moves }) =>
              days.filter((_, place) => (place < moves ? 0 : 1) === index),
            )
            .reduce((sum, day) => sum + Math.round((day?.cost ?? 0) * 10), 0);
          expect(Math.round(Number(team.metrics[0].parts.sum ?? 0) * 10)).toBe(
            cost,
          );
          expect(team.metrics[0].coverage).toEqual({
            have: found.filter(({ days, moves }) =>
              days.some(
                (day, place) => day && (place < moves ? 0 : 1) === index,
              ),
            ).length,
            of: found.filter(({ moves }) =>
              index === 0 ? moves > 0 : moves < 6,
            ).length,
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('over time are what each day is as a roll-up of its own', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(world, async found => {
        run += 1;
        const suffix = `Trend${run}`;
        await build(found, suffix);
        const ids = metricIds.map(id => id + suffix);
        const scopes = ['everything', ...teams];
        const trend = await portal.post('/query/trend', {
          metricIds: ids,
          scopes,
          from: dayName(first),
          to: dayName(first + 7),
          bucket: 'day',
        });
        expect([trend.status, trend.body.error]).toEqual([200, undefined]);
        expect(trend.body.buckets).toHaveLength(7);
        const ofScopes: TrendAnswer['scopes'] = trend.body.scopes;
        const pointsAt = (place: number, indexes: number[]) =>
          ofScopes.map(({ metrics }) =>
            indexes.map(index => metrics[index].points[place]),
          );
        const reported = [0, 1, 2, 3, 4, 5].filter(place =>
          found.some(({ days }) => days[place]),
        );
        for (const place of reported) {
          const from = dayName(first + place);
          const to = dayName(first + place + 1);
          const adding = { metricIds: ids.slice(0, 2), scopes, from, to };
          expect(pointsAt(place, [0, 1])).toEqual(
            toPoints(await rollup(adding)),
          );
          const standing = { metricIds: ids.slice(2), scopes, day: from };
          expect(pointsAt(place, [2, 3])).toEqual(
            toPoints(await rollup(standing)),
          );
        }
        // Of a day that nobody reported there is nothing, whatever stood before.
        for (const [point] of pointsAt(6, [2])) {
          expect(point.value.state).toBe('insufficient-data');
        }
      }),
      { numRuns: 15 },
    );
  });

  it('show what stood at the end as counts and distributions, and who is asked as of when', async () => {
    const steady = { cost: 1, failed: 0, all: 2 };
    await build(
      [
        { days: Array(6).fill(steady), moves: 3 },
        { days: Array(6).fill({ ...steady, all: 4 }), moves: 6 },
        // Silent for too long: neither counted nor 0.
        {
          days: [steady, steady, undefined, undefined, undefined, undefined],
          moves: 0,
        },
        { days: Array(6).fill(undefined), moves: 0 },
      ],
      'Steady',
    );
    const ids = metricIds.map(id => `${id}Steady`);
    const [red, blue, all] = await rollup({
      metricIds: ids,
      scopes: [...teams, 'everything'],
    });
    const [cost, , findings, leadTime] = all.metrics;
    expect(cost).toMatchObject({
      parts: { sum: '14', count: 14 },
      coverage: { have: 3, of: 4 },
    });
    expect(findings).toMatchObject({
      value: { state: 'ok', value: 6 },
      coverage: { have: 2, of: 4 },
    });
    expect(leadTime).toMatchObject({
      value: { state: 'ok', sampleSize: 2 },
      distribution: { count: 2, quantiles: { min: 2, p50: 3, max: 4 } },
      coverage: { have: 2, of: 4 },
    });
    expect(red.metrics[2]).toMatchObject({ value: { value: 4 } });
    expect(red.metrics[0].parts.sum).toBe('9');
    expect(blue.metrics[0].parts.sum).toBe('5');
    expect(blue.metrics[2]).toMatchObject({ value: { value: 2 } });

    const [asOf] = await rollup({
      metricIds: ids.slice(0, 1),
      scopes: [teams[1]],
      asOf: dayName(today),
    });
    // As of today the second team had the first component all the time.
    expect(asOf.metrics[0].parts.sum).toBe('8');

    const [empty] = await rollup({
      metricIds: ids,
      scopes: ['group:default/none'],
    });
    for (const item of empty.metrics) {
      expect(item.coverage).toEqual({ have: 0, of: 0 });
      expect(item.value).toMatchObject({ state: 'insufficient-data', have: 0 });
      expect(item.value).not.toHaveProperty('value');
    }
  });
});
