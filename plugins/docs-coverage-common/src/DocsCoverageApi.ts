import type {
  BrokenLinkPage,
  CountedEntityPage,
  CoverageGroup,
  CoverageGrouping,
  DocsCoverageOverview,
  DocumentedFilter,
} from './api';
import type { StaleSites } from './freshness';
import type { DocsUsage, UsageEvents } from './usage';

/** @public */
export type DocsCoverageRequestOptions = {
  token?: string;
  signal?: AbortSignal;
};

/**
 * Whose entities. A group includes its child groups, a domain its systems and their parts.
 *
 * @public
 */
export type DocsCoverageScope = {
  /** Complete reference of a group, a user, a system or a domain. Absent: everything. */
  scope?: string;
};

/**
 * Reads what is documented, and has counted what is read.
 *
 * @public
 */
export interface DocsCoverageApi {
  /** With `by` the groups come with it. */
  getOverview(
    request: DocsCoverageScope & { by?: CoverageGrouping },
    options?: DocsCoverageRequestOptions,
  ): Promise<DocsCoverageOverview>;

  /** Coverage by owner, system or domain; those with the most missing documentation first, at most 500. */
  getGroups(
    request: DocsCoverageScope & { by: CoverageGrouping },
    options?: DocsCoverageRequestOptions,
  ): Promise<{ items: CoverageGroup[] }>;

  /** What counts, by reference; pass `nextCursor` of a page to get the one after it. */
  getEntities(
    request: DocsCoverageScope & {
      documented?: DocumentedFilter;
      kind?: string;
      cursor?: string;
      limit?: number;
    },
    options?: DocsCoverageRequestOptions,
  ): Promise<CountedEntityPage>;

  /** Links within sites that lead nowhere, by site and page. */
  getBrokenLinks(
    request: DocsCoverageScope & { cursor?: string; limit?: number },
    options?: DocsCoverageRequestOptions,
  ): Promise<BrokenLinkPage>;

  /** Sites that last changed long before what they document was deployed, those behind longest first. */
  getStaleSites(
    request: DocsCoverageScope,
    options?: DocsCoverageRequestOptions,
  ): Promise<StaleSites>;

  /** What is read most, and what is looked for in vain, of the last days (28 unless said), today included. */
  getUsage(
    request: DocsCoverageScope & { days?: number },
    options?: DocsCoverageRequestOptions,
  ): Promise<DocsUsage>;

  /** Has reads and searches counted. It is for users; what they do not see in the catalog is not counted, and no failure. */
  recordUsage(
    events: UsageEvents,
    options?: DocsCoverageRequestOptions,
  ): Promise<void>;
}
