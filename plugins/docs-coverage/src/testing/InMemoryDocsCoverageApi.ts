import {
  coverageOf,
  missingUntilGoal,
  type BrokenLinkPage,
  type CountedEntityPage,
  type CoverageGroup,
  type CoverageGrouping,
  type DocsCoverageApi,
  type DocsCoverageOverview,
  type DocsUsage,
  type StaleSites,
  type UsageEvents,
} from '@portal/plugin-docs-coverage-common';

const parts = { countable: 10, documented: 2 };
const goal = 0.9;

/** What is documented of a small organisation. */
export class InMemoryDocsCoverageApi implements DocsCoverageApi {
  /** What overviews were asked for. */
  readonly scopes: Array<string | undefined> = [];
  /** What it was told. */
  readonly recorded: UsageEvents[] = [];
  usage: DocsUsage = {
    enabled: true,
    days: 28,
    mostRead: [{ entityRef: 'component:default/shop', reads: 1200 }],
    searchesWithoutResult: [
      { term: 'rotate keys', searches: 4, withoutResult: 3 },
    ],
  };
  scannedAt: string | undefined = '2026-01-31T12:00:00Z';

  async getOverview(request: {
    scope?: string;
    by?: CoverageGrouping;
  }): Promise<DocsCoverageOverview> {
    this.scopes.push(request.scope);
    return {
      ...parts,
      coverage: coverageOf(parts),
      goal,
      missingUntilGoal: missingUntilGoal(parts, goal),
      sites: { built: 1, 'not-built': 1, failed: 0 },
      brokenLinks: 1,
      freshness: { fresh: 0, stale: 1, unknown: 0 },
      scannedAt: this.scannedAt,
      ...(request.by && { groups: (await this.getGroups()).items }),
    };
  }

  async getGroups(): Promise<{ items: CoverageGroup[] }> {
    return {
      items: [
        {
          ...parts,
          entityRef: 'group:default/team',
          coverage: coverageOf(parts),
        },
      ],
    };
  }

  async getEntities(): Promise<CountedEntityPage> {
    return {
      items: [
        {
          entityRef: 'component:default/till',
          title: 'till',
          kind: 'Component',
          type: 'service',
        },
      ],
    };
  }

  async getBrokenLinks(): Promise<BrokenLinkPage> {
    return {
      items: [
        {
          entityRef: 'component:default/shop',
          page: 'guide/index.html',
          target: 'gone/',
          reason: 'missing-page',
        },
      ],
    };
  }

  async getStaleSites(): Promise<StaleSites> {
    return {
      items: [
        {
          entityRef: 'component:default/shop',
          changedAt: '2025-01-31T12:00:00Z',
          deployedAt: '2026-01-30T12:00:00Z',
          daysBehind: 364,
        },
      ],
      staleAfterDays: 90,
    };
  }

  async getUsage(): Promise<DocsUsage> {
    return this.usage;
  }

  async recordUsage(events: UsageEvents): Promise<void> {
    this.recorded.push(events);
  }
}
