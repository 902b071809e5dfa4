import type { Report, ReportSubject } from '@portal/plugin-dora-common';
import fc from 'fast-check';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const instant = fc.integer({ min: 1, max: 4 }).map(n => 1_760_000_000_000 + n);

/** Shas of which several reports tell. */
export const shas = ['a', 'b', 'c'].map(digit => digit.repeat(40));
const sha = fc.constantFrom(...shas);

/** `org/two` is that of two components, `org/none` of none. */
export const slugs = ['org/one', 'org/two', 'org/none'];

/** A subject by GitHub's annotation. */
export function slugSubject(value: string): ReportSubject {
  return { annotation: 'github.com/project-slug', value, ignoreCase: true };
}

/** Each thing has its own subject, as a repository has: what changes is told of it, not whose it is. */
function base(name: string, source: string) {
  return {
    id: fc.constant(`${source}:${name}`),
    source: fc.constant(source),
    subjects: fc.constant([slugSubject(slugs[name.charCodeAt(0) % 3])]),
    url: maybe(fc.constantFrom('https://a.example', 'https://b.example')),
    updatedAt: instant,
    sequence: fc.integer({ min: 0, max: 1 }),
  };
}

/** Reports of a few things, so that many are of the same. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom('github', 'github@ghe.example', 'generic'),
  )
  .chain(([name, source]) =>
    fc.oneof(
      fc.record({
        ...base(name, source),
        kind: fc.constant('deployment' as const),
        environment: maybe(fc.constantFrom('production', 'test')),
        sha: maybe(sha),
        startedAt: maybe(instant),
        finishedAt: maybe(instant),
        result: maybe(fc.constantFrom('success' as const, 'failure' as const)),
      }),
      fc
        .record({
          ...base(name, source),
          kind: fc.constant('change' as const),
          sha,
          committedAt: instant,
          parent: maybe(sha),
          isMerge: maybe(fc.boolean()),
          reverts: maybe(sha),
        })
        .map(change => ({ ...change, id: `${change.id}:${change.sha}` })),
      fc.record({
        ...base(name, source),
        kind: fc.constant('incident' as const),
        openedAt: maybe(instant),
        status: fc.constantFrom('open' as const, 'resolved' as const),
        resolvedAt: maybe(instant),
      }),
    ),
  );
