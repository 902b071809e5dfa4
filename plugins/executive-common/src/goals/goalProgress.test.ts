import fc from 'fast-check';
import { goalProgress } from './goalProgress';

const goal = {
  baseline: { value: 10, day: '2026-01-01' },
  target: 20,
  due: '2026-04-11',
};
const number = fc.integer({ min: -10_000, max: 10_000 });
const day = fc
  .date({
    min: new Date('2025-06-01'),
    max: new Date('2027-06-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10));

describe('goalProgress', () => {
  it.each([
    [20, '2026-02-01', 'reached'],
    [25, '2026-05-01', 'reached'],
    [19.9, '2026-04-12', 'missed'],
    [19.9, '2026-04-11', 'on-track'],
    // Half of the 100 days are gone: 0.5 − 0.1 is enough.
    [14, '2026-02-20', 'on-track'],
    [13.9, '2026-02-20', 'behind'],
    [9.5, '2026-01-01', 'on-track'],
    [undefined, '2026-02-20', 'unknown'],
  ])('of %p on %s is %s', (now, on, standing) => {
    expect(goalProgress(goal, now, on).standing).toBe(standing);
  });

  it('says how much of the way is done, and of the time gone', () => {
    expect(goalProgress(goal, 12.5, '2026-02-20')).toEqual({
      standing: 'behind',
      progress: 0.25,
      expected: 0.5,
    });
    expect(goalProgress(goal, 12.5, '2025-12-01').expected).toBe(0);
    expect(goalProgress(goal, 12.5, '2027-12-01').expected).toBe(1);
  });

  it('is the same for a goal that is upside down', () => {
    fc.assert(
      fc.property(number, number, number, day, (value, target, now, on) => {
        const asked = { baseline: { value, day: '2026-01-01' }, target };
        const one = goalProgress({ ...asked, due: goal.due }, now, on);
        const other = goalProgress(
          {
            baseline: { value: -value, day: '2026-01-01' },
            target: -target,
            due: goal.due,
          },
          -now,
          on,
        );
        expect(other.standing).toBe(one.standing);
        expect(other.progress ?? 0).toBeCloseTo(one.progress ?? 0, 10);
      }),
    );
  });

  it('is never worse for a figure that is further', () => {
    const rank = ['unknown', 'missed', 'behind', 'on-track', 'reached'];
    fc.assert(
      fc.property(number, number, day, (one, other, on) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(
          rank.indexOf(goalProgress(goal, more, on).standing),
        ).toBeGreaterThanOrEqual(
          rank.indexOf(goalProgress(goal, less, on).standing),
        );
      }),
    );
  });

  it('is unknown where there is no way to go, and reached or missed where no time is left', () => {
    expect(goalProgress({ ...goal, target: 10 }, 10, '2026-02-01')).toEqual({
      standing: 'unknown',
      expected: expect.any(Number),
    });
    const atOnce = { ...goal, due: goal.baseline.day };
    expect(goalProgress(atOnce, 15, goal.baseline.day)).toMatchObject({
      standing: 'behind',
      expected: 1,
    });
  });
});
