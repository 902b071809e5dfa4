import type {
  BrokenLink,
  CountedEntity,
  CoverageGrouping,
  CoverageParts,
  DocumentedFilter,
  Freshness,
  SiteState,
  StaleSite,
} from '@portal/plugin-docs-coverage-common';
import type { SiteBrokenLink } from '../links/findBrokenLinks';

/** An entity that counts, as a scan found it. */
export type ScannedEntity = Omit<CountedEntity, 'site'> & {
  domainRef?: string;
  /** References of everything that it belongs to. */
  scopes: string[];
  /** Whose site documents it. */
  siteRef?: string;
};

/** What a scan found of a site. */
export type ScannedSite =
  | { siteRef: string; state: 'not-built' }
  | {
      siteRef: string;
      state: 'built';
      version: string;
      builtAt?: Date;
      pages: number;
      truncated: boolean;
      /** Of its text; missing where not all of it was read. */
      fingerprint?: string;
      brokenLinks: SiteBrokenLink[];
    };

/** The sums of a scope. */
export type CoverageSums = CoverageParts & {
  sites: Record<SiteState, number>;
  brokenLinks: number;
  /** Of the sites that are built. */
  freshness: Record<Freshness, number>;
};

/** When the text of a site changed, and what it documents. Instants are epoch milliseconds. */
export type SiteChange = {
  siteRef: string;
  entityRefs: string[];
  changedAt?: number;
  changeObserved: boolean;
};

/** Keeps what scans found. */
export interface DocsCoverageStore {
  putEntities(scan: string, entities: readonly ScannedEntity[]): Promise<void>;
  /** Removes what the scan did not see. */
  finishScan(scan: string): Promise<void>;
  scannedAt(): Promise<Date | undefined>;

  /** References of the next sites that an entity names. */
  listSiteRefs(after?: string): Promise<string[]>;
  /** The version of a site whose links are known; nothing where they are not. */
  siteVersion(siteRef: string): Promise<string | undefined>;
  putSite(site: ScannedSite): Promise<void>;
  /** Notes that a site could not be asked. What is known of it stays. */
  markSiteFailed(siteRef: string, error: string): Promise<void>;

  /** The next sites. */
  listSiteChanges(after?: string): Promise<SiteChange[]>;
  putFreshness(
    sites: ReadonlyArray<{
      siteRef: string;
      deployedAt?: number;
      freshness: Freshness;
    }>,
  ): Promise<void>;
  /** Those that are behind longest first. */
  listStaleSites(request: {
    scope?: string;
    limit: number;
  }): Promise<StaleSite[]>;

  sum(scope?: string): Promise<CoverageSums>;
  groups(
    by: CoverageGrouping,
    scope?: string,
  ): Promise<Array<CoverageParts & { entityRef?: string }>>;
  /** By reference. */
  listEntities(request: {
    scope?: string;
    kind?: string;
    documented?: DocumentedFilter;
    after?: string;
    limit: number;
  }): Promise<CountedEntity[]>;
  /** By site, page and target. */
  listBrokenLinks(request: {
    scope?: string;
    after?: readonly string[];
    limit: number;
  }): Promise<BrokenLink[]>;
}
