import type { DocsUsage } from '@portal/plugin-docs-coverage-common';
import type { UsageCounts } from '../usage/UsageCounts';

/** Keeps how often documentation is read and what is searched for, by day. Days are written as `2026-01-31`. */
export interface UsageStore {
  /** Adds to the counts of a day. Terms that are new on a day that has enough of them are left out. */
  add(day: string, counts: UsageCounts): Promise<void>;
  /** Removes the days before. */
  deleteBefore(day: string): Promise<void>;

  /** The most read first, from a day on. */
  mostRead(request: {
    from: string;
    scope?: string;
    limit: number;
  }): Promise<DocsUsage['mostRead']>;
  /** Those that found nothing most often first, from a day on. */
  searchesWithoutResult(request: {
    from: string;
    limit: number;
  }): Promise<DocsUsage['searchesWithoutResult']>;
}
