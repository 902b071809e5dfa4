import { createHash } from 'node:crypto';
import type { LinkLimits } from '../links/LinkLimits';
import { findBrokenLinks, type SiteBrokenLink } from '../links/findBrokenLinks';
import { readPage, type PageLinks } from '../links/readPage';
import type { SiteMetadata, SiteReader } from './SiteReader';

/** What the links of a site are like. */
export type CheckedSite = {
  pages: number;
  brokenLinks: SiteBrokenLink[];
  /** Whether there is more than the limits let it see or keep. */
  truncated: boolean;
  /** Differs where the text of a page differs, or a page comes or goes. Missing where not all pages were read. */
  fingerprint?: string;
};

/** It is shown at any address that is not there, so its links fit none. */
const errorPage = '404.html';

/** Reads the pages of a site, one at a time, and finds the links that lead nowhere. */
export async function checkSite(options: {
  siteRef: string;
  metadata: SiteMetadata;
  sites: SiteReader;
  limits: LinkLimits;
  signal?: AbortSignal;
}): Promise<CheckedSite> {
  const { siteRef, metadata, sites, limits, signal } = options;
  const paths = metadata.files.filter(
    file => file.endsWith('.html') && file !== errorPage,
  );
  const pages = new Map<string, PageLinks>();
  let truncated = paths.length > limits.maxPages;
  for (const path of paths.slice(0, limits.maxPages)) {
    const html = await sites.readPage(siteRef, path, {
      maxBytes: limits.maxPageBytes,
      signal,
    });
    if (html === undefined) {
      truncated = true;
    } else {
      pages.set(path, readPage(html));
    }
  }
  const fingerprint = truncated ? undefined : fingerprintOf(pages);
  const broken = findBrokenLinks(pages, new Set(metadata.files));
  return {
    pages: pages.size,
    brokenLinks: broken.slice(0, limits.maxBrokenLinks),
    truncated: truncated || broken.length > limits.maxBrokenLinks,
    fingerprint,
  };
}

function fingerprintOf(pages: ReadonlyMap<string, PageLinks>): string {
  const parts = [...pages].map(([path, page]) => [path, page.fingerprint]);
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
