import * as fc from 'fast-check';
import { fromUtcField, toUtcField } from './toUtcField';
import {
  allEnvironments,
  findProblems,
  moveBeginning,
  newDraft,
  toPlannedWindow,
  type WindowDraft,
} from './windowDraft';

const now = new Date('2026-03-29T00:30:20Z');
const good: WindowDraft = {
  ...newDraft(['PROD1'], now),
  reason: 'New disks',
};

it('begins as an hour from now on, in UTC, where there is only one environment', () => {
  expect(good).toEqual({
    environment: 'PROD1',
    begins: 'now',
    from: '2026-03-29T00:30',
    to: '2026-03-29T01:30',
    reason: 'New disks',
  });
  expect(newDraft(['PROD1', 'UAT1'], now).environment).toBeUndefined();
  expect(findProblems(good, now)).toEqual({});
  expect(toPlannedWindow(good, now)).toEqual({
    environment: 'PROD1',
    from: '2026-03-29T00:30:20.000Z',
    to: '2026-03-29T01:30:00.000Z',
    reason: 'New disks',
  });
});

it('announces all environments, and what begins later', () => {
  const draft: WindowDraft = {
    ...moveBeginning(good, '2026-04-01T22:00'),
    begins: 'later',
    environment: allEnvironments,
    reason: '  New disks ',
  };
  expect(findProblems(draft, now)).toEqual({});
  expect(toPlannedWindow(draft, now)).toEqual({
    environment: undefined,
    from: '2026-04-01T22:00:00.000Z',
    to: '2026-04-01T23:00:00.000Z',
    reason: 'New disks',
  });
});

it.each<[Partial<WindowDraft>, keyof WindowDraft, string]>([
  [{ environment: undefined }, 'environment', 'Choose an environment'],
  [{ begins: 'later', from: '' }, 'from', 'Choose the date'],
  [{ begins: 'later', from: '2026-03-29T00:29' }, 'from', 'has passed'],
  [{ to: '' }, 'to', 'Choose the date'],
  [{ to: '2026-03-29T00:30' }, 'to', 'has passed'],
  [
    { begins: 'later', from: '2026-03-29T02:00', to: '2026-03-29T02:00' },
    'to',
    'before it begins',
  ],
  [{ to: '2026-04-28T00:31' }, 'to', '30 days at most'],
  [{ reason: ' ' }, 'reason', 'Say why'],
  [{ reason: 'x'.repeat(501) }, 'reason', '501 characters'],
])('says what is wrong with %j', (part, field, words) => {
  const problems = findProblems({ ...good, ...part }, now);
  expect(Object.keys(problems)).toEqual([field]);
  expect(problems[field]).toContain(words);
});

it('takes the minute that runs for a beginning, and ignores one that does not count', () => {
  const from = '2026-03-29T00:30';
  expect(findProblems({ ...good, begins: 'later', from }, now)).toEqual({});
  expect(findProblems({ ...good, from: '' }, now)).toEqual({});
});

it('keeps its length where the beginning moves, and its end where there is none', () => {
  const instant = fc
    .integer({ min: 0, max: 100_000_000 })
    .map(minute => toUtcField(minute * 60_000));
  fc.assert(
    fc.property(instant, instant, instant, (from, to, next) => {
      const length = fromUtcField(to) - fromUtcField(from);
      const moved = moveBeginning({ ...good, from, to }, next);
      expect(moved.from).toBe(next);
      expect(moved.to).toBe(
        length > 0 ? toUtcField(fromUtcField(next) + length) : to,
      );
    }),
  );
  expect(moveBeginning(good, '').to).toBe(good.to);
});

it('never throws, whatever a field holds, and plans only what the portal takes', () => {
  fc.assert(
    fc.property(
      fc.record({
        environment: fc.option(fc.string(), { nil: undefined }),
        begins: fc.constantFrom('now' as const, 'later' as const),
        from: fc.oneof(fc.string(), fc.constant('2026-04-01T22:00')),
        to: fc.oneof(fc.string(), fc.constant('2026-04-02T22:00')),
        reason: fc.string({ maxLength: 600 }),
      }),
      draft => {
        const isFine = Object.keys(findProblems(draft, now)).length === 0;
        const planned = toPlannedWindow(isFine ? draft : good, now);
        expect(Date.parse(planned.to)).toBeGreaterThan(
          Date.parse(planned.from),
        );
        expect(planned.reason).not.toBe('');
      },
    ),
  );
});
