import type { Severity } from '../findings/Finding';
import { packageKey } from '../packages/packageName';
import { compareVersions, lowestAbove } from '../versions/compareVersions';
import {
  gainOf,
  noFindings,
  type FormulaSettings,
  type WeightedPart,
} from './formula';
import type { Upgrade, UpgradePlan } from './Score';

/** An open vulnerability, as the plan needs it. @public */
export type UpgradeCandidate = {
  id: string;
  severity: Severity;
  packageType?: string;
  packageName: string;
  packageVersion?: string;
  fixVersions: string[];
  direct?: boolean;
  risk: number;
};

/**
 * Which upgrades fix what: of each package in each version the lowest version that fixes everything that can be fixed, with what all of it
 * together gains. Most gain first.
 *
 * @public
 */
export function planUpgrades(options: {
  entityRef: string;
  candidates: readonly UpgradeCandidate[];
  parts: readonly WeightedPart[];
  score?: number;
  /** The risk of all open findings of the service. */
  risk: number;
  formula?: FormulaSettings;
}): UpgradePlan {
  const { entityRef, candidates, parts, score, risk, formula } = options;
  const groups = new Map<string, UpgradeCandidate[]>();
  let withoutFix = 0;
  for (const candidate of candidates) {
    if (targetOf(candidate) === undefined) {
      withoutFix += 1;
    } else {
      const key = `${packageKey(candidate.packageName)} ${
        candidate.packageVersion ?? ''
      }`;
      groups.set(key, [...(groups.get(key) ?? []), candidate]);
    }
  }
  const gain = (removed: number) =>
    gainOf(parts, { risk, removed }, formula) ?? 0;
  const upgrades = [...groups.values()].map<Upgrade & { removed: number }>(
    group => {
      const { packageType, packageName, packageVersion, direct } = group[0];
      const bySeverity = noFindings();
      for (const { severity } of group) {
        bySeverity[severity] += 1;
      }
      const toVersion = highestOf(group);
      const removed = group.reduce((sum, each) => sum + each.risk, 0);
      return {
        entityRef,
        packageType,
        packageName,
        fromVersion: packageVersion,
        toVersion,
        findings: group.map(({ id }) => id),
        bySeverity,
        gain: gain(removed),
        isMajor:
          packageVersion !== undefined &&
          firstNumber(packageVersion) !== firstNumber(toVersion),
        direct,
        removed,
      };
    },
  );
  upgrades.sort(
    (one, other) =>
      other.removed - one.removed ||
      compareText(one.packageName, other.packageName),
  );
  const all = upgrades.reduce((sum, { removed }) => sum + removed, 0);
  return {
    entityRef,
    score,
    upgrades: upgrades.map(({ removed: _, ...upgrade }) => upgrade),
    scoreAfterAll:
      score === undefined
        ? undefined
        : Math.round((score + gain(all)) * 10) / 10,
    withoutFix,
  };
}

/** The lowest version that fixes one finding. */
function targetOf(candidate: UpgradeCandidate): string | undefined {
  const { packageType = '', packageVersion, fixVersions } = candidate;
  return packageVersion === undefined
    ? fixVersions[0]
    : lowestAbove(packageType, packageVersion, fixVersions) ??
        fixVersions.find(
          version =>
            compareVersions(packageType, version, packageVersion) === undefined,
        );
}

/** The version that is at or above the target of each. */
function highestOf(group: readonly UpgradeCandidate[]): string {
  return group.reduce((highest, candidate) => {
    const target = targetOf(candidate) ?? highest;
    const order = compareVersions(candidate.packageType ?? '', target, highest);
    return highest === '' || (order ?? 0) > 0 ? target : highest;
  }, '');
}

function firstNumber(version: string): string | undefined {
  return /\d+/.exec(version)?.[0];
}

function compareText(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}
