import fc from 'fast-check';
import { addSeconds, type StateSeconds } from './StateSeconds';
import { availability, errorBudget } from './errorBudget';
import { healthStates, worstState, type HealthState } from './HealthState';
import { settleState, type SettledState } from './settleState';

const seconds = fc.record<StateSeconds>({
  up: fc.nat(86_400),
  degraded: fc.nat(86_400),
  down: fc.nat(86_400),
  maintenance: fc.nat(86_400),
});
const state = fc.constantFrom<HealthState>(...healthStates);

it('adds stretches whatever their order and grouping', () => {
  fc.assert(
    fc.property(fc.array(seconds), fc.array(seconds), (some, others) => {
      const whole = addSeconds([...some, ...others]);
      expect(addSeconds([...others, ...some].reverse())).toEqual(whole);
      expect(addSeconds([addSeconds(some), addSeconds(others)])).toEqual(whole);
    }),
  );
});

it('leaves maintenance out, and has no value where nothing is known', () => {
  fc.assert(
    fc.property(seconds, fc.nat(86_400), (each, maintenance) => {
      const value = availability(each);
      expect(availability({ ...each, maintenance })).toBe(value);
      expect(value === undefined).toBe(
        each.up + each.degraded + each.down === 0,
      );
      expect(value ?? 0).toBeGreaterThanOrEqual(0);
      expect(value ?? 1).toBeLessThanOrEqual(1);
    }),
  );
});

it('has used up the budget exactly where the objective is just met', () => {
  const each = { up: 999, degraded: 0, down: 1, maintenance: 50 };
  const budget = errorBudget(each, 0.999);
  expect(budget.allowedSeconds).toBeCloseTo(1);
  expect(budget.usedRatio).toBeCloseTo(1);
  expect(budget.remainingSeconds).toBeCloseTo(0);
  expect(errorBudget(each, 1).usedRatio).toBeUndefined();
});

it('takes the worst state', () => {
  expect(worstState([])).toBe('unknown');
  expect(worstState(['up', 'degraded', 'down'])).toBe('down');
  expect(worstState(['up', 'unknown'])).toBe('unknown');
});

describe('settleState', () => {
  const rule = { need: 2, of: 3 };
  const follow = (observed: HealthState[], by = rule) =>
    observed.reduce<SettledState | undefined>(
      (before, each) => settleState(before, each, by),
      undefined,
    )?.state;

  it('believes the first result, and a change when two of three agree', () => {
    expect(follow(['down'])).toBe('down');
    expect(follow(['up', 'up', 'down'])).toBe('up');
    expect(follow(['up', 'up', 'down', 'up'])).toBe('up');
    expect(follow(['up', 'up', 'down', 'down'])).toBe('down');
  });

  it('never changes to what too few say, and remembers only what it needs', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1 }), observed => {
        let before: SettledState | undefined;
        for (const each of observed) {
          const after = settleState(before, each, rule);
          expect(after.recent.length).toBeLessThanOrEqual(rule.of);
          const changed =
            before?.state !== after.state &&
            (before?.state ?? 'unknown') !== 'unknown';
          const agreeing = after.recent.filter(one => one === after.state);
          expect(agreeing.length).toBeGreaterThanOrEqual(
            changed ? rule.need : 0,
          );
          before = after;
        }
      }),
    );
  });
});
