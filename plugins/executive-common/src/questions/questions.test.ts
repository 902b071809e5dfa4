import fc from 'fast-check';
import {
  defaultPillars,
  nodeHealthOf,
  standings,
  type NodeHealth,
  type Standing,
} from '../health';
import type { Portfolio, PortfolioRow } from '../portfolio/Portfolio';
import { belowExpectation } from './belowExpectation';
import { changedMost } from './changedMost';
import { decisions } from './decisions';
import { sinceThen } from './sinceThen';

const service = fc.dictionary(
  fc.constantFrom(...defaultPillars.map(({ id }) => id)),
  fc.constantFrom<Standing>(...standings),
);
const health = fc
  .array(service, { maxLength: 8 })
  .map(services => nodeHealthOf(defaultPillars, services));
const portfolio: fc.Arbitrary<Portfolio> = fc
  .array(
    fc.record({
      health,
      previous: fc.option(health, { nil: undefined }),
      title: fc.string({ minLength: 1, maxLength: 80 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(found => ({
    context: {
      node: { ref: 'everything', kind: 'everything', title: 'Everything' },
      hierarchy: 'organisation',
      above: [],
      day: '2026-11-27',
      compareDay: '2026-10-30',
      takenAt: '2026-11-27T10:00:00Z',
      final: false,
      formulaVersion: 1,
    },
    formula: {
      version: 1,
      pillars: defaultPillars,
      since: '2026-01-01T00:00:00Z',
      changedBy: 'configuration',
      reason: '',
    },
    rows: found.map(
      ({ title, ...row }, index): PortfolioRow => ({
        ...row,
        node: { ref: `group:default/g${index}`, kind: 'group', title },
        depth: index === 0 ? 0 : 1,
        hasChildren: false,
      }),
    ),
    gaps: { unowned: 1, unmeasured: 0 },
  }));

describe('questions', () => {
  it('are answered in whole sentences with evidence, the same each time', () => {
    fc.assert(
      fc.property(portfolio, answer => {
        for (const rule of [
          belowExpectation,
          changedMost,
          sinceThen,
          (each: Portfolio) => decisions({ portfolio: each }),
        ]) {
          const question = rule(answer);
          expect(question.nothing).toMatch(/\.$/);
          for (const { evidence, text } of question.statements) {
            expect(evidence.length).toBeGreaterThan(0);
            expect(text).toMatch(/[.?]$/);
            expect(text).not.toMatch(/NaN|undefined|Infinity/);
          }
          expect(rule(answer)).toEqual(question);
        }
      }),
    );
  });

  it('do not depend on the order of the parts', () => {
    fc.assert(
      fc.property(portfolio, answer => {
        const [first, ...others] = answer.rows;
        const turned = { ...answer, rows: [first, ...others.reverse()] };
        expect(belowExpectation(turned)).toEqual(belowExpectation(answer));
        expect(changedMost(turned)).toEqual(changedMost(answer));
      }),
    );
  });

  it('name teams, by what weighs most, and say once what is so nearly everywhere', () => {
    const [delivery] = defaultPillars;
    const documentation = defaultPillars.find(
      ({ id }) => id === 'documentation',
    )!;
    const of = (...services: Array<Record<string, Standing>>) =>
      nodeHealthOf(defaultPillars, services);
    const undocumented = { [documentation.id]: 'below' } as const;
    const slow = { ...undocumented, [delivery.id]: 'below' } as const;
    const well = { [documentation.id]: 'meets' } as const;
    const healths = [
      of(slow, slow),
      of(undocumented, undocumented),
      of(undocumented, undocumented),
      of(slow, slow, undocumented),
      of(well, well),
    ];
    const row = (
      found: NodeHealth,
      ref: string,
      depth: number,
    ): PortfolioRow => ({
      node: {
        ref,
        kind: ref.startsWith('system') ? 'system' : 'group',
        title: ref,
        parentRef: ['everything', 'all', 'department', 'team-0'][depth],
      },
      depth,
      hasChildren: true,
      health: found,
    });
    const [example] = fc.sample(portfolio, 1);
    const { statements } = belowExpectation({
      ...example,
      rows: [
        row(of(slow), 'all', 0),
        row(of(slow), 'department', 1),
        ...healths.map((found, index) => row(found, `team-${index}`, 2)),
        row(of(slow), 'system-a', 3),
      ],
    });
    expect(statements.map(({ text }) => text)).toEqual([
      `${documentation.title}: 4 of 5 teams are below what is expected.`,
      'team-3: 0.0% of its services meet what is expected of delivery; 2 are below.',
      'team-0: 0.0% of its services meet what is expected of delivery; 2 are below.',
    ]);
  });
});
