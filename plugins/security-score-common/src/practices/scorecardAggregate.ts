/** A check of OpenSSF Scorecard: 0 to 10, or -1 where it could not be told. @public */
export type ScorecardCheck = { name: string; score: number };

/**
 * The weight of a check by its risk, as Scorecard publishes it: critical 10, high 7.5, medium 5, low 2.5.
 *
 * Source: OpenSSF Scorecard, docs/checks.md (risk of each check) and README ("Aggregate Score").
 */
const weights: Partial<Record<string, number>> = {
  'Dangerous-Workflow': 10,
  Webhooks: 10,
  'Binary-Artifacts': 7.5,
  'Branch-Protection': 7.5,
  'Code-Review': 7.5,
  'Dependency-Update-Tool': 7.5,
  Maintained: 7.5,
  'Signed-Releases': 7.5,
  'Token-Permissions': 7.5,
  Vulnerabilities: 7.5,
  Fuzzing: 5,
  Packaging: 5,
  'Pinned-Dependencies': 5,
  SAST: 5,
  SBOM: 5,
  'Security-Policy': 5,
  'CI-Tests': 2.5,
  'CII-Best-Practices': 2.5,
  Contributors: 2.5,
  License: 2.5,
};

const usualWeight = 5;

/** The weight of a check; one that is not known counts as medium. @public */
export function scorecardWeight(name: string): number {
  return Object.hasOwn(weights, name)
    ? weights[name] ?? usualWeight
    : usualWeight;
}

/**
 * The mean of the checks, each by its weight, to one decimal; those of -1 are left out. Undefined where none could be told.
 *
 * @public
 */
export function scorecardAggregate(
  checks: readonly ScorecardCheck[],
): number | undefined {
  const known = checks.filter(({ score }) => score >= 0);
  const total = known.reduce((sum, { name }) => sum + scorecardWeight(name), 0);
  if (total === 0) {
    return undefined;
  }
  const sum = known.reduce(
    (added, { name, score }) => added + scorecardWeight(name) * score,
    0,
  );
  return Math.round((10 * sum) / total) / 10;
}
