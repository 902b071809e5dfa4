import fc from 'fast-check';
import { severities } from '../findings/Finding';
import {
  confidenceOf,
  defaultFormula,
  findingsValueOf,
  gainOf,
  gradeOf,
  riskOf,
  scoreOf,
  urgencyOf,
  type RiskFacts,
} from './formula';

const facts = fc.record<RiskFacts>({
  severity: fc.constantFrom(...severities),
  kev: fc.option(fc.boolean(), { nil: undefined }),
  epss: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), {
    nil: undefined,
  }),
  reachable: fc.option(fc.boolean(), { nil: undefined }),
  daysOpen: fc.double({ min: 0, max: 2000, noNaN: true }),
});
const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), {
  nil: undefined,
});
const practices = fc.record({
  scorecard: value,
  inventory: value,
  scans: value,
  branchProtection: value,
  secretScanning: value,
});

function partsOf(values: Record<string, number | undefined>, risk?: number) {
  return [
    {
      id: 'findings',
      value: risk === undefined ? undefined : findingsValueOf(risk),
    },
    ...Object.entries(values).map(([id, each]) => ({ id, value: each })),
  ];
}

describe('riskOf', () => {
  it.each([
    // Severity points x exploitability x age.
    [{ severity: 'critical', daysOpen: 7 }, undefined, 40],
    [{ severity: 'critical', daysOpen: 0 }, undefined, 20],
    [{ severity: 'critical', daysOpen: 14 }, undefined, 80],
    [
      { severity: 'critical', daysOpen: 400, kev: true },
      'internet',
      40 * 2 * 1.25 * 2,
    ],
    [{ severity: 'high', daysOpen: 30, epss: 0.1 }, undefined, 15 * 0.6],
    [
      { severity: 'medium', daysOpen: 90, reachable: false },
      'isolated',
      4 * 0.3 * 0.6,
    ],
    [{ severity: 'unknown', daysOpen: 10 }, undefined, 4],
    [{ severity: 'info', daysOpen: 900 }, 'internet', 0],
  ] as const)('%j exposed to %s is %d', (finding, exposure, risk) => {
    expect(riskOf(finding, exposure)).toBeCloseTo(risk, 10);
  });

  it('never sinks with age, and is not above the most', () => {
    fc.assert(
      fc.property(facts, fc.nat(1000), (finding, days) => {
        const later = { ...finding, daysOpen: finding.daysOpen + days };
        const [now, then] = [
          riskOf(finding, 'internal'),
          riskOf(later, 'internal'),
        ];
        expect(then).toBeGreaterThanOrEqual(now - 1e-9);
        expect(then).toBeLessThanOrEqual(
          2 * urgencyOf(finding, 'internal') + 1e-9,
        );
      }),
    );
  });
});

describe('scoreOf', () => {
  it('leaves out what is not known: it is neither zero nor full', () => {
    expect(scoreOf(partsOf({ scorecard: 0.5 }, 0))).toBe(90);
    expect(scoreOf(partsOf({}, 60))).toBe(50);
    expect(scoreOf(partsOf({ scorecard: undefined }))).toBeUndefined();
    expect(scoreOf([{ id: 'unheard of', value: 1 }])).toBeUndefined();
  });

  it('is between 0 and 100, and a finding more never helps', () => {
    fc.assert(
      fc.property(
        practices,
        fc.array(facts, { maxLength: 60 }),
        facts,
        (values, findings, more) => {
          const risk = findings.reduce(
            (sum, each) => sum + riskOf(each, undefined),
            0,
          );
          const before = scoreOf(partsOf(values, risk))!;
          const after = scoreOf(
            partsOf(values, risk + riskOf(more, undefined)),
          )!;
          expect(before).toBeGreaterThanOrEqual(0);
          expect(before).toBeLessThanOrEqual(100);
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
    );
  });
});

describe('gainOf', () => {
  it('is what the score is higher by without those findings, to the digit', () => {
    fc.assert(
      fc.property(
        practices,
        fc.array(facts, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (values, findings, seed) => {
          const risks = findings.map(each => riskOf(each, undefined));
          const chosen = risks.filter(
            (_, index) => (seed >> index % 30) % 2 === 0,
          );
          const [risk, removed] = [risks, chosen].map(list =>
            list.reduce((sum, each) => sum + each, 0),
          );
          const before = scoreOf(partsOf(values, risk))!;
          const after = scoreOf(partsOf(values, risk - removed))!;
          expect(gainOf(partsOf(values, risk), { risk, removed })).toBeCloseTo(
            after - before,
            8,
          );
        },
      ),
    );
  });

  it('of several is at least that of each', () => {
    fc.assert(
      fc.property(
        fc.array(facts, { minLength: 1, maxLength: 20 }),
        findings => {
          const risks = findings.map(each => riskOf(each, undefined));
          const risk = risks.reduce((sum, each) => sum + each, 0);
          const parts = partsOf({}, risk);
          const all = gainOf(parts, { risk, removed: risk })!;
          for (const removed of risks) {
            const one = gainOf(parts, { risk, removed })!;
            expect(one).toBeGreaterThanOrEqual(0);
            expect(all).toBeGreaterThanOrEqual(one - 1e-9);
          }
        },
      ),
    );
  });

  it('is unknown where findings are no part of the score', () => {
    expect(
      gainOf(partsOf({ scorecard: 1 }), { risk: 10, removed: 10 }),
    ).toBeUndefined();
  });
});

describe('grades', () => {
  it('begin where the formula says', () => {
    expect(
      [100, 90, 89.9, 75, 74.9, 60, 40, 39.9, 0]
        .map(score => gradeOf(score))
        .join(''),
    ).toBe('AABBCCDEE');
    expect(
      [1, 0.8, 0.79, 0.5, 0.1, 0].map(coverage => confidenceOf(coverage)),
    ).toEqual(['high', 'high', 'medium', 'medium', 'low', 'low']);
  });

  it('are of weights that make one', () => {
    const sum = Object.values(defaultFormula.weights).reduce(
      (added, weight) => added + weight,
      0,
    );
    expect(sum).toBeCloseTo(1, 10);
  });
});
