import fc from 'fast-check';
import { mergeReport, mergeReports } from './mergeReports';
import type { Report } from './reportTypes';
import { subjectKey } from './subjectKey';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const instant = fc.integer({ min: 1, max: 4 });
const word = fc.constantFrom('a', 'b', 'c');

const base = {
  id: fc.constantFrom('x:1', 'x:2'),
  source: word,
  subjects: fc.array(
    word.map(entityRef => ({ entityRef })),
    { maxLength: 2 },
  ),
  url: maybe(word),
  updatedAt: instant,
  sequence: fc.integer({ min: 0, max: 2 }),
};

const report: fc.Arbitrary<Report> = fc.oneof(
  fc.record({
    ...base,
    kind: fc.constant('deployment' as const),
    environment: maybe(word),
    sha: maybe(word),
    startedAt: maybe(instant),
    finishedAt: maybe(instant),
    result: maybe(fc.constantFrom('success' as const, 'failure' as const)),
  }),
  fc.record({
    ...base,
    kind: fc.constant('incident' as const),
    openedAt: maybe(instant),
    status: fc.constantFrom('open' as const, 'resolved' as const),
    resolvedAt: maybe(instant),
  }),
  fc.record({
    ...base,
    kind: fc.constant('pull-request' as const),
    number: fc.constant(1),
    firstReviewAt: maybe(instant),
    state: maybe(fc.constantFrom('open' as const, 'merged' as const)),
    mergedAt: maybe(instant),
    mergeSha: maybe(word),
  }),
);

describe('mergeReports', () => {
  it('gives the same for any order, repetition and parts', () => {
    const cases = fc.array(report, { maxLength: 7 }).chain(reports =>
      fc.tuple(
        fc.constant(reports),
        fc.shuffledSubarray([...reports, ...reports], {
          minLength: reports.length * 2,
        }),
        fc.nat({ max: reports.length }),
      ),
    );
    fc.assert(
      fc.property(cases, ([reports, shuffled, cut]) => {
        const whole = mergeReports(reports);
        expect(mergeReports(shuffled)).toEqual(whole);
        const parts = [
          ...mergeReports(shuffled.slice(cut)),
          ...mergeReports(shuffled.slice(0, cut)),
        ];
        // As a database keeps them in between.
        const kept: Report[] = JSON.parse(JSON.stringify(parts));
        expect(mergeReports(kept)).toEqual(whole);
        expect(mergeReports(whole)).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  const created: Report = {
    kind: 'deployment',
    id: 'github:deployment:1',
    source: 'github',
    subjects: [{ entityRef: 'component:default/shop' }],
    environment: 'production',
    startedAt: 1,
    updatedAt: 1,
    sequence: 0,
  };

  it('keeps the success of a deployment that another one made inactive', () => {
    const success: Report = {
      ...created,
      result: 'success',
      finishedAt: 5,
      updatedAt: 5,
      sequence: 1,
    };
    const inactive: Report = { ...created, updatedAt: 9, sequence: 2 };
    const stored = mergeReport<Report>(inactive, created);
    expect(mergeReport<Report>(stored, success)).toEqual({
      ...success,
      updatedAt: 9,
      sequence: 2,
      stamps: { result: [5, 1] },
    });
  });

  it('opens an incident again, and closes it for good', () => {
    const open: Report = {
      kind: 'incident',
      id: 'pagerduty:incident:1',
      source: 'pagerduty',
      subjects: [],
      openedAt: 1,
      status: 'open',
      updatedAt: 1,
      sequence: 0,
    };
    const closed: Report = {
      ...open,
      openedAt: undefined,
      status: 'resolved',
      resolvedAt: 2,
      updatedAt: 2,
    };
    const again: Report = { ...open, openedAt: 1, updatedAt: 3 };
    const [reopened] = mergeReports<Report>([again, closed, open]);
    expect(reopened).toMatchObject({ status: 'open', openedAt: 1 });
    expect(reopened).not.toHaveProperty('resolvedAt');
  });
});

describe('subjectKey', () => {
  it('compares without case only where the host does', () => {
    const slug = (value: string, ignoreCase: boolean) =>
      subjectKey({ annotation: 'github.com/project-slug', value, ignoreCase });
    expect(slug('Org/Repo', true)).toBe(slug('org/repo', true));
    expect(slug('Org/Repo', false)).not.toBe(slug('org/repo', false));
    expect(subjectKey({ entityRef: 'Component:default/Shop' })).toBe(
      subjectKey({ entityRef: 'component:default/shop' }),
    );
    const within = { annotation: 'dev.azure.com/project', value: 'a' };
    const build = { annotation: 'dev.azure.com/build-definition', value: 'ci' };
    expect(subjectKey({ ...build, within })).not.toBe(subjectKey(build));
  });
});
