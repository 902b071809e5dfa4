import type {
  CoverageGrouping,
  DocsCoverageOverview,
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

/** What stands for those that belong to none. */
export const noGroup: Record<CoverageGrouping, string> = {
  owner: 'Nobody owns these',
  system: 'In no system',
  domain: 'In no domain',
};
