import fc from 'fast-check';
import { doraMetricIds } from '../api';
import { doraMetricDefinitions } from '../definitions';
import { missingMetrics, withDeliveryState } from './deliveryState';
import { deploymentMetrics } from './deploymentMetrics';
import { medianOf, middleOf } from './MiddleValues';
import { percentileCont } from './percentileCont';
import { trendPeriods, wholeTrendPeriods } from './trendPeriods';

const day = 86_400_000;
const week = 7 * day;
const hour = 3_600_000;
const none = { deployments: 0, mainlineDeployments: 0, failed: 0, reworks: 0 };

describe('percentileCont', () => {
  it('interpolates as SQL does', () => {
    expect(percentileCont([], 0.5)).toBeUndefined();
    expect(percentileCont([3], 0.9)).toBe(3);
    expect(percentileCont([1, 2, 4, 8], 0.5)).toBe(3);
    expect(percentileCont([10, 20, 30, 40, 50], 0.9)).toBeCloseTo(46, 12);
  });

  it('stays between its neighbours, and the middle alone gives the median', () => {
    const values = fc.array(fc.integer(), { minLength: 1 });
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, fraction) => {
          const ascending = [...list].sort((a, b) => a - b);
          const value = percentileCont(ascending, fraction) ?? NaN;
          expect(value).toBeGreaterThanOrEqual(ascending[0]);
          expect(value).toBeLessThanOrEqual(ascending[ascending.length - 1]);
          const middle = middleOf(list);
          expect(middle && medianOf(middle)).toBe(
            percentileCont(ascending, 0.5),
          );
        },
      ),
    );
  });
});

describe('deploymentMetrics', () => {
  it('calculates the five figures', () => {
    const metrics = deploymentMetrics({
      facts: {
        deployments: 8,
        mainlineDeployments: 0,
        failed: 2,
        reworks: 1,
        leadTimes: { count: 6, lower: 2 * hour, upper: 3 * hour },
        recoveries: { count: 1, lower: hour, upper: hour },
      },
      duration: 4 * week,
    });
    expect(metrics).toEqual({
      deploymentFrequency: {
        state: 'ok',
        value: 2,
        unit: '1/week',
        sampleSize: 8,
      },
      changeLeadTime: { state: 'ok', value: 2.5, unit: 'h', sampleSize: 6 },
      changeFailRate: {
        state: 'ok',
        value: 0.25,
        unit: 'ratio',
        sampleSize: 8,
      },
      failedDeploymentRecoveryTime: {
        state: 'ok',
        value: 1,
        unit: 'h',
        sampleSize: 1,
      },
      deploymentReworkRate: {
        state: 'ok',
        value: 0.125,
        unit: 'ratio',
        sampleSize: 8,
      },
    });
  });

  it('counts none as zero and divides nothing by nothing', () => {
    const metrics = deploymentMetrics({ facts: none, duration: week });
    expect(metrics.deploymentFrequency).toMatchObject({
      state: 'ok',
      value: 0,
    });
    for (const id of doraMetricIds.slice(1)) {
      expect(metrics[id]).toMatchObject({
        state: 'insufficient-data',
        have: 0,
        need: 1,
      });
      expect(metrics[id]).not.toHaveProperty('value');
    }
  });

  it('says how a branch that is delivered continuously comes to a lead time', () => {
    const facts = { ...none, deployments: 3, mainlineDeployments: 3 };
    const { changeLeadTime } = deploymentMetrics({ facts, duration: week });
    expect(changeLeadTime.cure).toContain('merge work by pull request');
  });

  it('gives a value for every definition, in its unit', () => {
    const metrics = deploymentMetrics({ facts: none, duration: week });
    expect(doraMetricDefinitions.map(({ id }) => id)).toEqual([
      ...doraMetricIds,
    ]);
    for (const { id, unit } of doraMetricDefinitions) {
      expect(metrics[id].unit).toBe(unit);
    }
  });
});

describe('delivery states', () => {
  const metrics = deploymentMetrics({
    facts: { ...none, deployments: 1 },
    duration: week,
  });

  it('keep a stale value and mark it', () => {
    const since = '2025-01-01T00:00:00.000Z';
    const stale = withDeliveryState(metrics, { state: 'stale', since });
    expect(stale.deploymentFrequency).toMatchObject({
      state: 'stale',
      value: 1,
      since,
    });
    expect(stale.changeLeadTime.state).toBe('insufficient-data');
    expect(withDeliveryState(metrics, { state: 'ok' })).toBe(metrics);
  });

  it('have no value where there are no facts', () => {
    const values = [
      missingMetrics({ state: 'not-configured' }),
      missingMetrics({ state: 'pending' }),
      missingMetrics({ state: 'source-error', since: 'x', error: 'y' }),
    ].flatMap(missing => Object.values(missing));
    expect(values).toHaveLength(15);
    for (const value of values) {
      expect(value).not.toHaveProperty('value');
      expect(value.sampleSize).toBe(0);
      expect(value.cure).toBeTruthy();
    }
  });
});

describe('trendPeriods', () => {
  it('cuts any period without gap or overlap', () => {
    const instant = fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 200 * day }),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        instant,
        (from, length, interval, now) => {
          const to = from + length;
          const points = trendPeriods({ from, to, interval, now, limit: 1000 });
          expect(points[0].from).toBe(from);
          expect(points[points.length - 1].to).toBe(to);
          points.slice(1).forEach((point, index) => {
            expect(point.from).toBe(points[index].to);
          });
          for (const point of points.filter(({ complete }) => complete)) {
            expect(point.to).toBeLessThanOrEqual(now);
            const start = new Date(point.from);
            expect(point.from % day).toBe(0);
            const wholeOf = {
              day: point.to - point.from === day,
              week: start.getUTCDay() === 1 && point.to - point.from === week,
              month: start.getUTCDate() === 1,
            };
            expect(wholeOf[interval]).toBe(true);
          }
        },
      ),
    );
  });

  it('is never cut after it was widened to whole ones, and is as short as that allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) }),
        fc.integer({ min: 1, max: 400 * day }),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        (from, length, interval) => {
          const period = { from, to: from + length };
          const whole = wholeTrendPeriods({ ...period, interval });
          const now = whole.to;
          const points = trendPeriods({ ...whole, interval, now, limit: 1000 });
          expect(points.every(({ complete }) => complete)).toBe(true);
          expect(points[0].to).toBeGreaterThan(period.from);
          expect(points[points.length - 1].from).toBeLessThan(period.to);
          expect(wholeTrendPeriods({ ...whole, interval })).toEqual(whole);
        },
      ),
    );
  });

  it('stops at its limit', () => {
    const points = trendPeriods({
      from: 0,
      to: 1000 * day,
      interval: 'day',
      now: 0,
      limit: 5,
    });
    expect(points).toHaveLength(5);
  });
});
