import {
  findingsValueOf,
  kindCoverage,
  type FormulaSettings,
  type ScorePart,
} from '@portal/plugin-security-score-common';
import type { ScoreFacts } from './ScoreFacts';

const day = 86_400_000;
/** As long is something fresh, and so long is it known at all. */
const freshDays = 30;
const knownDays = 90;
const findingKinds = Object.keys(kindCoverage);
const kindTitles: Record<string, string> = {
  vulnerability: 'vulnerabilities of packages',
  code: 'weaknesses in code',
  secret: 'secrets',
  misconfiguration: 'settings that are not safe',
};

/**
 * The parts of a score, and how much of what could be known they know.
 *
 * @param risk - the sum of the risks of the open findings
 * @param now - milliseconds
 */
export function scoreParts(
  facts: ScoreFacts,
  options: { risk: number; now: number; formula: FormulaSettings },
): { parts: ScorePart[]; coverage: number } {
  const { formula, now } = options;
  const parts = [
    findingsPart(facts, options),
    scorecardPart(facts, now),
    freshPart({
      id: 'inventory',
      title: 'Inventory',
      at: facts.inventoryAt,
      now,
      nextStep: 'Send an inventory (CycloneDX or SPDX) from the build',
    }),
    freshPart({
      id: 'scans',
      title: 'Scans are not old',
      at: newestScan(facts)?.at,
      now,
      nextStep: 'Let a scanner run with every build, and send what it finds',
    }),
    practicePart(facts, {
      id: 'branchProtection',
      title: 'Protected branches',
      fits: practice => /branch-protection$/i.test(practice),
      now,
      nextStep: 'Send the result of OpenSSF Scorecard, or pull it from GitHub',
    }),
    practicePart(facts, {
      id: 'secretScanning',
      title: 'Secret scanning',
      fits: practice => /secret-scanning$/i.test(practice),
      now,
      nextStep: 'Let a scanner look for secrets, such as Gitleaks or GitHub’s',
      isKnownBy: facts.scans.find(
        ({ kinds, at }) => kinds.includes('secret') && isKnown(at, now),
      )?.at,
    }),
  ].map(part => ({ ...part, weight: formula.weights[part.id] ?? 0 }));
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const known = parts.reduce(
    (sum, part) => sum + part.weight * knowledgeOf(part, facts, now),
    0,
  );
  return { parts, coverage: all > 0 ? known / all : 0 };
}

type Part = Omit<ScorePart, 'weight'>;

function findingsPart(
  facts: ScoreFacts,
  {
    risk,
    now,
    formula,
  }: { risk: number; now: number; formula: FormulaSettings },
): Part {
  const kinds = kindsKnown(facts, now);
  const head = { id: 'findings', title: 'Findings' };
  if (kinds.length === 0) {
    return {
      ...head,
      state: 'unknown',
      evidence: 'No scanner has reported in the last 90 days',
      nextStep: 'Send a report of a scanner, such as Trivy or Semgrep',
    };
  }
  const overdue = facts.findings.filter(
    ({ dueAt }) => dueAt && dueAt.getTime() < now,
  ).length;
  return {
    ...head,
    state: 'known',
    value: findingsValueOf(risk, formula),
    evidence: `${count(
      facts.findings.length,
      'open finding',
    )}, ${overdue} of them overdue; risk ${risk.toFixed(1)}`,
    ...(kinds.length < findingKinds.length && {
      nextStep: `Nothing is known of: ${findingKinds
        .filter(kind => !kinds.includes(kind))
        .map(kind => kindTitles[kind])
        .join(', ')}`,
    }),
    checkedAt: newestScan(facts)?.at.toISOString(),
  };
}

function scorecardPart(facts: ScoreFacts, now: number): Part {
  const checks = facts.practices.filter(
    ({ tool, at }) => tool === 'scorecard' && isFresh(at, now),
  );
  const known = checks.filter(({ value }) => value !== undefined);
  const head = { id: 'scorecard', title: 'OpenSSF Scorecard' };
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) {
    return {
      ...head,
      state: 'unknown',
      evidence: 'No result of the last 30 days',
      nextStep: 'Run OpenSSF Scorecard each week, and send its JSON',
    };
  }
  const value =
    known.reduce((sum, check) => sum + check.weight * (check.value ?? 0), 0) /
    total;
  return {
    ...head,
    state: 'known',
    value,
    evidence: `${(value * 10).toFixed(1)} of 10 over ${count(
      known.length,
      'check',
    )}`,
    checkedAt: checks[0].at.toISOString(),
  };
}

function practicePart(
  facts: ScoreFacts,
  options: {
    id: string;
    title: string;
    fits: (practice: string) => boolean;
    now: number;
    nextStep: string;
    /** Something else shows that it is done. */
    isKnownBy?: Date;
  },
): Part {
  const { id, title, fits, now, nextStep, isKnownBy } = options;
  const found = facts.practices.filter(
    practice =>
      fits(practice.id) &&
      practice.value !== undefined &&
      isFresh(practice.at, now),
  );
  const values = [
    ...found.map(({ value = 0 }) => value),
    ...(isKnownBy ? [1] : []),
  ];
  if (values.length === 0) {
    return {
      id,
      title,
      state: 'unknown',
      evidence: 'Nothing says so',
      nextStep,
    };
  }
  const value = Math.max(...values);
  return {
    id,
    title,
    state: 'known',
    value,
    evidence: isKnownBy
      ? 'A scanner looks for secrets'
      : `${Math.round(value * 10)} of 10, as ${found[0].tool} says`,
    checkedAt: (isKnownBy ?? found[0].at).toISOString(),
  };
}

/** Full when it is not older than 30 days, none when it is 90, and in between by its age. */
function freshPart(options: {
  id: string;
  title: string;
  at?: Date;
  now: number;
  nextStep: string;
}): Part {
  const { id, title, at, now, nextStep } = options;
  if (!at) {
    return { id, title, state: 'unknown', evidence: 'There is none', nextStep };
  }
  const days = Math.max(0, now - at.getTime()) / day;
  const value = Math.min(
    1,
    Math.max(0, (knownDays - days) / (knownDays - freshDays)),
  );
  return {
    id,
    title,
    state: 'known',
    value,
    evidence: days < 1 ? 'Of today' : `${count(Math.floor(days), 'day')} old`,
    ...(value < 1 && { nextStep }),
    checkedAt: at.toISOString(),
  };
}

/** 0 to 1: of findings as many kinds as are scanned for, of the others all or nothing. */
function knowledgeOf(part: Part, facts: ScoreFacts, now: number): number {
  if (part.state === 'unknown') {
    return 0;
  }
  return part.id === 'findings'
    ? kindsKnown(facts, now).reduce((sum, kind) => sum + kindCoverage[kind], 0)
    : 1;
}

function kindsKnown(facts: ScoreFacts, now: number): string[] {
  return findingKinds.filter(kind =>
    facts.scans.some(
      ({ kinds, at }) => kinds.includes(kind) && isKnown(at, now),
    ),
  );
}

function newestScan(facts: ScoreFacts) {
  return facts.scans
    .filter(({ kinds }) => kinds.some(kind => kind in kindCoverage))
    .sort((one, other) => other.at.getTime() - one.at.getTime())[0];
}

function isFresh(at: Date, now: number): boolean {
  return now - at.getTime() <= freshDays * day;
}

function isKnown(at: Date, now: number): boolean {
  return now - at.getTime() <= knownDays * day;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
