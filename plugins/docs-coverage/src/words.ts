import type {
  CoverageGrouping,
  DocsCoverageOverview,
  DocsUsage,
} from '@portal/plugin-docs-coverage-common';
import { formatNumber, formatRatio } from '@portal/plugin-metrics-react';

/** How far the goal is. */
export function describeGoal({
  goal,
  missingUntilGoal,
}: Pick<DocsCoverageOverview, 'goal' | 'missingUntilGoal'>): string {
  return missingUntilGoal === 0
    ? `The goal of ${formatRatio(goal)} is met`
    : `${formatNumber(missingUntilGoal)} more until the goal of ${formatRatio(
        goal,
      )}`;
}

/** Why nothing was counted: it is turned off, or there was nothing. */
export function describeNoUsage(
  { enabled }: Pick<DocsUsage, 'enabled'>,
  nothing: string,
): string {
  return enabled
    ? nothing
    : 'This portal does not count reads and searches: docsCoverage.usage.enabled is false.';
}

/** What stands for those that belong to none. */
export const noGroup: Record<CoverageGrouping, string> = {
  owner: 'Nobody owns these',
  system: 'In no system',
  domain: 'In no domain',
};
