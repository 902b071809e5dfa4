import type {
  ReportKind,
  UnattributedReason,
} from '@portal/plugin-dora-common';
import { formatNumber } from '@portal/plugin-metrics-react';

/** Names tools in a sentence: "github and pagerduty". */
export function describeSources(sources: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: 'conjunction' }).format(
    sources,
  );
}

/** Counts reports by kind: "12 deployments, 1 incident". */
export function describeCounts(
  counts: Partial<Record<ReportKind, number>>,
): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => {
      const words = kind.replace('pullRequest', 'pull request');
      return `${formatNumber(count)} ${count === 1 ? words : `${words}s`}`;
    })
    .join(', ');
}

/** Why something is charged to no deployment. */
export const unattributedReasons: Record<UnattributedReason, string> = {
  'not-found': 'It names a deployment that is not known in this service.',
  'not-successful':
    'It names a deployment that did not succeed, and so released nothing.',
  'no-recent-deployment':
    'It names no deployment, and none of this service was near enough before it.',
};
