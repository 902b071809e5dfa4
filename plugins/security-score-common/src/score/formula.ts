import { severities, type Severity } from '../findings/Finding';
import type { Confidence, Formula, Grade } from './Score';

/** The formula without what became of it. @public */
export type FormulaSettings = Omit<Formula, 'changes'>;

/**
 * Formula 1 of the portal. Where its parts come from:
 *
 * - KEV before EPSS before severity alone: CISA's guidance for the catalog of known exploited vulnerabilities, and FIRST's for EPSS
 *   (a probability of exploitation within 30 days).
 * - Times to fix by severity: the usual ones of vulnerability policies, which the organisation replaces by its own.
 * - Halving by risk: each repair gains, none is free, and a service with a thousand findings is worse than one with a hundred.
 *
 * @public
 */
export const defaultFormula: FormulaSettings = {
  version: '1',
  severityPoints: {
    critical: 40,
    high: 15,
    medium: 4,
    low: 1,
    info: 0,
    unknown: 4,
  },
  halfLifeRisk: 60,
  exploitability: {
    kev: 2,
    epssWeight: 1,
    unknown: 1,
    reachable: 1.25,
    notReachable: 0.3,
    exposure: { internet: 1.25, internal: 1, isolated: 0.6 },
  },
  slaDays: {
    critical: 7,
    high: 30,
    medium: 90,
    low: 180,
    info: null,
    unknown: null,
  },
  maxAgeFactor: 2,
  weights: {
    findings: 0.6,
    scorecard: 0.15,
    inventory: 0.1,
    scans: 0.05,
    branchProtection: 0.05,
    secretScanning: 0.05,
  },
  grades: [
    { grade: 'A', from: 90 },
    { grade: 'B', from: 75 },
    { grade: 'C', from: 60 },
    { grade: 'D', from: 40 },
    { grade: 'E', from: 0 },
  ],
  confidence: [
    { confidence: 'high', fromCoverage: 0.8 },
    { confidence: 'medium', fromCoverage: 0.5 },
    { confidence: 'low', fromCoverage: 0 },
  ],
};

/** What the risk of one open finding follows from. @public */
export type RiskFacts = {
  severity: Severity;
  kev?: boolean;
  /** 0 to 1. */
  epss?: number;
  reachable?: boolean;
  /** Days since it was opened. */
  daysOpen: number;
};

/** Points of severity times exploitability, without age: what is to be done first. @public */
export function urgencyOf(
  { severity, kev, epss, reachable }: Omit<RiskFacts, 'daysOpen'>,
  exposure: string | undefined,
  formula: FormulaSettings = defaultFormula,
): number {
  const { exploitability } = formula;
  return (
    (formula.severityPoints[severity] ?? 0) *
    likelihoodOf({ kev, epss }, exploitability) *
    reachOf(reachable, exploitability) *
    ((exposure === undefined ? undefined : exploitability.exposure[exposure]) ??
      1)
  );
}

/** The risk of one open finding, in points. @public */
export function riskOf(
  facts: RiskFacts,
  exposure: string | undefined,
  formula: FormulaSettings = defaultFormula,
): number {
  return (
    urgencyOf(facts, exposure, formula) *
    ageFactorOf(facts.daysOpen, formula.slaDays[facts.severity], formula)
  );
}

function likelihoodOf(
  { kev, epss }: { kev?: boolean; epss?: number },
  settings: FormulaSettings['exploitability'],
): number {
  if (kev) {
    return settings.kev;
  }
  return epss === undefined
    ? settings.unknown
    : 0.5 + settings.epssWeight * epss;
}

function reachOf(
  reachable: boolean | undefined,
  settings: FormulaSettings['exploitability'],
): number {
  if (reachable === undefined) {
    return 1;
  }
  return reachable ? settings.reachable : settings.notReachable;
}

/** From one half when it is new to one when its time ends; beyond, up to the most, which twice the time reaches. */
function ageFactorOf(
  daysOpen: number,
  slaDays: number | null | undefined,
  { maxAgeFactor }: FormulaSettings,
): number {
  if (!slaDays) {
    return 1;
  }
  const age = Math.max(0, daysOpen) / slaDays;
  return age <= 1
    ? 0.5 + 0.5 * age
    : Math.min(maxAgeFactor, 1 + (age - 1) * (maxAgeFactor - 1));
}

/** What is left of the findings' part of the score under a sum of risks: 1 without any, and halved by each `halfLifeRisk`. @public */
export function findingsValueOf(
  risk: number,
  { halfLifeRisk }: FormulaSettings = defaultFormula,
): number {
  return 2 ** (-Math.max(0, risk) / halfLifeRisk);
}

/** A part of the score as the formula sees it. @public */
export type WeightedPart = { id: string; value?: number };

/**
 * The weighted mean of the parts that are known, from 0 to 100, to one decimal. Undefined where none is known.
 *
 * @public
 */
export function scoreOf(
  parts: readonly WeightedPart[],
  { weights }: FormulaSettings = defaultFormula,
): number | undefined {
  let sum = 0;
  let known = 0;
  for (const { id, value } of parts) {
    if (value !== undefined) {
      const weight = weights[id] ?? 0;
      sum += weight * Math.min(1, Math.max(0, value));
      known += weight;
    }
  }
  return known > 0 ? Math.round((1000 * sum) / known) / 10 : undefined;
}

/**
 * What the score gains when open findings of these risks are gone, in points, to one decimal: the difference of the two scores as they are
 * shown. Undefined where there is no score, or findings are no part of it.
 *
 * @param risk - the sum of the risks of all open findings, those included
 * @public
 */
export function gainOf(
  parts: readonly WeightedPart[],
  { risk, removed }: { risk: number; removed: number },
  formula: FormulaSettings = defaultFormula,
): number | undefined {
  const findings = parts.find(({ id }) => id === 'findings');
  if (findings?.value === undefined) {
    return undefined;
  }
  const scoreWith = (left: number) =>
    scoreOf(
      parts.map(part =>
        part.id === 'findings'
          ? { ...part, value: findingsValueOf(left, formula) }
          : part,
      ),
      formula,
    ) ?? 0;
  const gain = scoreWith(risk - removed) - scoreWith(risk);
  return Math.round(gain * 10) / 10;
}

/** @public */
export function gradeOf(
  score: number,
  { grades }: FormulaSettings = defaultFormula,
): Grade {
  return grades.find(({ from }) => score >= from)?.grade ?? 'E';
}

/** @public */
export function confidenceOf(
  coverage: number,
  { confidence }: FormulaSettings = defaultFormula,
): Confidence {
  // Sums of weights are not quite what they should be in binary.
  return (
    confidence.find(({ fromCoverage }) => coverage + 1e-9 >= fromCoverage)
      ?.confidence ?? 'low'
  );
}

/** What each kind of finding counts in the coverage of the findings' part. @public */
export const kindCoverage: Record<string, number> = {
  vulnerability: 0.5,
  code: 0.2,
  secret: 0.2,
  misconfiguration: 0.1,
};

/** No finding of any severity. @public */
export function noFindings(): Record<Severity, number> {
  return Object.fromEntries(
    severities.map(severity => [severity, 0]),
  ) as Record<Severity, number>;
}
