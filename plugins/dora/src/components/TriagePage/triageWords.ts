import type { ReportKind } from '@portal/plugin-dora-common';
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
