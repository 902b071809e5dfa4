import { severities, type Severity } from '../findings/Finding';

const ranks: Record<Severity, number> = {
  critical: 5,
  high: 4,
  medium: 3,
  low: 2,
  info: 1,
  unknown: 0,
};

/** 5 for critical down to 0 for unknown, as the store keeps them. @public */
export function severityRank(severity: Severity): number {
  return ranks[severity];
}

/** The severity of a {@link severityRank}; `unknown` for any other number. @public */
export function severityOfRank(rank: number): Severity {
  return severities.find(severity => ranks[severity] === rank) ?? 'unknown';
}

/** The worse of two. @public */
export function worseSeverity(one: Severity, other: Severity): Severity {
  return ranks[one] >= ranks[other] ? one : other;
}

/**
 * The qualitative rating of a CVSS score by FIRST's scale: 0 none (here info), 0.1 low, 4.0 medium, 7.0 high, 9.0 critical.
 *
 * @public
 */
export function severityOfScore(score: number): Severity {
  if (!(score >= 0 && score <= 10)) {
    return 'unknown';
  }
  if (score >= 9) {
    return 'critical';
  }
  if (score >= 7) {
    return 'high';
  }
  if (score >= 4) {
    return 'medium';
  }
  return score > 0 ? 'low' : 'info';
}

const words: Record<string, Severity> = {
  critical: 'critical',
  blocker: 'critical',
  severe: 'critical',
  high: 'high',
  important: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  minor: 'low',
  note: 'low',
  info: 'info',
  informational: 'info',
  information: 'info',
  none: 'info',
  negligible: 'info',
};

/**
 * The severity that a word of a tool means, in any letter case; undefined for words that are not known, which are not guessed.
 *
 * @public
 */
export function readSeverity(word: unknown): Severity | undefined {
  if (typeof word !== 'string') {
    return undefined;
  }
  const key = word.trim().toLocaleLowerCase('en-US');
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
