import * as fc from 'fast-check';
import { GithubBudget } from './GithubBudget';
import { GithubPauseError } from './GithubPauseError';
import { GithubRequestError } from './GithubRequestError';

const second = 1000;
const minute = 60 * second;
const start = Date.UTC(2026, 0, 31);

function headers(values: Record<string, string | number>): Headers {
  return new Headers(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, String(value)]),
    ),
  );
}

function limit(remaining: number, resetAt: number, most = 5000): Headers {
  return headers({
    'x-ratelimit-limit': most,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': resetAt / second,
  });
}

function create(keepRemaining: number) {
  const clock = { now: start };
  const budget = GithubBudget.create({ keepRemaining, now: () => clock.now });
  const pausedUntil = () => {
    try {
      budget.take();
      return undefined;
    } catch (error) {
      expect(error).toBeInstanceOf(GithubPauseError);
      return error instanceof GithubPauseError ? error.until : undefined;
    }
  };
  return { budget, clock, pausedUntil };
}

describe('GithubBudget', () => {
  it('never lets more be asked than is to be left, in any order of answers', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.integer({ min: 1, max: 100 }),
        fc.infiniteStream(fc.nat({ max: 5 })),
        (keep, most, delays) => {
          const { budget, pausedUntil } = create(keep);
          const resetAt = start + 30 * minute;
          let remaining = most;
          const answers: Headers[] = [limit(remaining, resetAt, most)];
          // Answers come late: some requests are under way at any time.
          budget.note(answers.shift()!);
          while (pausedUntil() === undefined) {
            remaining -= 1;
            answers.push(limit(remaining, resetAt, most));
            const { value: waiting } = delays.next();
            while (answers.length > waiting) {
              budget.note(answers.pop()!);
            }
          }
          expect(remaining).toBe(Math.min(keep, Math.floor(most / 2)));
          expect(pausedUntil()).toBe(resetAt);
        },
      ),
    );
  });

  it('begins anew after the reset, and asks freely where nothing is limited', () => {
    const { budget, clock, pausedUntil } = create(100);
    expect(pausedUntil()).toBeUndefined();
    budget.note(headers({}));
    budget.note(limit(100, start + minute));
    expect(pausedUntil()).toBe(start + minute);
    clock.now += minute;
    expect(pausedUntil()).toBeUndefined();
    budget.note(limit(5000, start + 61 * minute));
    expect(pausedUntil()).toBeUndefined();
  });

  it('waits as long as it is told, and longer each time where it is told nothing', () => {
    const { budget, clock, pausedUntil } = create(0);
    expect(budget.close(headers({ 'retry-after': 30 })).until).toBe(
      start + 30 * second,
    );
    expect(pausedUntil()).toBe(start + 30 * second);
    const waits = [2, 4, 8, 16, 32, 60, 60].map(expected => {
      clock.now += 2 * 60 * minute;
      const wait = (budget.close(headers({})).until - clock.now) / minute;
      expect(wait).toBe(expected);
      return wait;
    });
    expect(waits).toHaveLength(7);
    clock.now += 2 * 60 * minute;
    budget.noteSuccess();
    expect(budget.close(headers({})).until).toBe(clock.now + minute);
    const empty = limit(0, clock.now + 20 * minute);
    expect(budget.close(empty).until).toBe(clock.now + 20 * minute);
  });

  it('is stopped for an hour at most by what can not be right', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (a, b, c) => {
        const { budget, pausedUntil } = create(10);
        const given = new Headers();
        for (const [name, value] of [
          ['retry-after', a],
          ['x-ratelimit-remaining', b],
          ['x-ratelimit-reset', String(c * 1e6)],
        ]) {
          try {
            given.set(name, value);
          } catch {
            // No header can have it.
          }
        }
        budget.note(given);
        const { until } = budget.close(given);
        expect(until).toBeGreaterThan(start);
        expect(until).toBeLessThanOrEqual(start + 65 * minute);
        expect(pausedUntil()).toBe(until);
      }),
    );
  });

  it('does not go on with a token that was refused', () => {
    const { budget, clock } = create(0);
    const error = new GithubRequestError({ reason: 'answered 401' });
    budget.refuse(error);
    expect(() => budget.take()).toThrow(error);
    clock.now += 10 * minute;
    expect(() => budget.take()).not.toThrow();
  });
});
