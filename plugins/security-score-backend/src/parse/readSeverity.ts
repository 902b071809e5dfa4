import type { Severity } from '@portal/plugin-security-score-common';

const words: Record<string, Severity> = {
  critical: 'critical',
  blocker: 'critical',
  high: 'high',
  major: 'high',
  important: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  minor: 'low',
  low: 'low',
  note: 'low',
  negligible: 'info',
  info: 'info',
  informational: 'info',
  none: 'info',
};

/** A severity in the words of a tool; `unknown` where it says nothing we know. */
export function readSeverity(word: unknown): Severity {
  const key =
    typeof word === 'string' && word.length < 20
      ? word.trim().toLowerCase()
      : '';
  return Object.hasOwn(words, key) ? words[key] : 'unknown';
}

/** The band of a CVSS score. */
export function severityOfScore(score: number): Severity {
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
