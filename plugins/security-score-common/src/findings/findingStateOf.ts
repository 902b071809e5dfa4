import type { FindingState, Triage } from './Finding';

/**
 * What decides where a finding stands.
 *
 * @public
 */
export type FindingFacts = {
  /** Whether the last report of any scan still has it. */
  present: boolean;
  /** Every tool that sees it says that it is to be left out. */
  toolSuppressed?: boolean;
  /** The status of the last VEX statement about it. */
  vex?: 'not_affected' | 'affected' | 'fixed' | 'under_investigation';
  triage?: Triage;
  /** ISO instant at which the last approved exception ends. */
  acceptedUntil?: string;
};

/**
 * Where a finding stands; the first that applies. What is gone is fixed, whatever was said of it, and what a tool or a person takes
 * out stays out when an exception ends. The database has the same rules as SQL.
 *
 * @param now - milliseconds since 1970
 * @public
 */
export function findingStateOf(
  facts: FindingFacts,
  now: number = Date.now(),
): FindingState {
  const { present, toolSuppressed, vex, triage, acceptedUntil } = facts;
  if (!present) {
    return 'fixed';
  }
  if (toolSuppressed) {
    return 'suppressed';
  }
  if (vex === 'not_affected' || vex === 'fixed' || triage === 'not-affected') {
    return 'not-affected';
  }
  if (triage === 'false-positive') {
    return 'false-positive';
  }
  if (acceptedUntil !== undefined && Date.parse(acceptedUntil) > now) {
    return 'accepted';
  }
  return 'open';
}
