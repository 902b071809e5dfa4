import {
  readSeverity as knownSeverity,
  type Severity,
} from '@portal/plugin-security-score-common';

export { severityOfScore } from '@portal/plugin-security-score-common';

/** A severity in the words of a tool; `unknown` where it says nothing we know. */
export function readSeverity(word: unknown): Severity {
  return knownSeverity(word) ?? 'unknown';
}
