import type { MetricValue } from '@portal/plugin-metrics-common';
import type { CoverageParts } from './documented';
import type { Freshness } from './freshness';

/**
 * What is known about a documentation site.
 *
 * - `built`: it is published, and its pages were read.
 * - `not-built`: the TechDocs backend has no such site. A local builder makes it when its first reader comes.
 * - `failed`: the TechDocs backend could not be asked; `error` says why.
 *
 * @public
 */
export type SiteState = 'built' | 'not-built' | 'failed';

/** @public */
export type DocumentationSite = {
  /** Complete reference of the entity whose site it is. */
  entityRef: string;
  state: SiteState;
  /** When it was built, as an ISO 8601 instant. */
  builtAt?: string;
  /** How many pages were read. */
  pages: number;
  brokenLinks: number;
  /** Whether the site is larger than what is read of one; `brokenLinks` then covers a part. */
  truncated: boolean;
  /** Why its state is `failed`. */
  error?: string;
};

/** @public */
export type CoverageGroup = CoverageParts & {
  /** Complete reference of the owner, the system or the domain; absent for entities that have none. */
  entityRef?: string;
  coverage: MetricValue;
};

/** @public */
export type DocsCoverageOverview = CoverageParts & {
  coverage: MetricValue;
  /** The share that is aimed at, 0 to 1. */
  goal: number;
  /** How many more entities must be documented until the goal is met. */
  missingUntilGoal: number;
  sites: Record<SiteState, number>;
  brokenLinks: number;
  /** How many of the sites that are built keep up with what they document. */
  freshness: Record<Freshness, number>;
  /** By owner, system or domain, where that was asked for; as `GET /v1/groups` has them. */
  groups?: CoverageGroup[];
  /** When the catalog was last read to its end, as an ISO 8601 instant. Absent: never yet. */
  scannedAt?: string;
};

/** @public */
export type CountedEntity = {
  entityRef: string;
  title: string;
  kind: string;
  type?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  site?: DocumentationSite;
};

/** @public */
export type CountedEntityPage = {
  items: CountedEntity[];
  nextCursor?: string;
};

/**
 * Why a link is broken.
 *
 * - `missing-page`: the site has no such file.
 * - `missing-anchor`: the page has no such heading or anchor.
 * - `malformed`: the address cannot be read.
 *
 * @public
 */
export type BrokenLinkReason = 'missing-page' | 'missing-anchor' | 'malformed';

/** @public */
export type BrokenLink = {
  /** Whose site it is. */
  entityRef: string;
  /** The page that has the link, as a path within the site. */
  page: string;
  /** What the link says. */
  target: string;
  reason: BrokenLinkReason;
};

/** @public */
export type BrokenLinkPage = { items: BrokenLink[]; nextCursor?: string };

/** @public */
export type CoverageGrouping = 'owner' | 'system' | 'domain';

/** @public */
export type DocumentedFilter = 'documented' | 'missing';
