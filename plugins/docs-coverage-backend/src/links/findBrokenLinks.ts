import type { BrokenLink } from '@portal/plugin-docs-coverage-common';
import type { PageLinks } from './readPage';
import { resolveLink } from './resolveLink';

/** A link that leads nowhere, within one site. */
export type SiteBrokenLink = Omit<BrokenLink, 'entityRef'>;

/** `#` and `#top` are the top of every page: HTML says so. */
const everywhere = ['top'];

/**
 * Finds the links of a site that lead nowhere within it.
 *
 * @param pages - The pages that were read, by their path.
 * @param files - Every file of the site, also those that were not read.
 */
export function findBrokenLinks(
  pages: ReadonlyMap<string, PageLinks>,
  files: ReadonlySet<string>,
): SiteBrokenLink[] {
  const broken: SiteBrokenLink[] = [];
  for (const [page, { targets }] of pages) {
    for (const target of targets) {
      const reason = judge(page, target, pages, files);
      if (reason) {
        broken.push({ page, target, reason });
      }
    }
  }
  return broken;
}

function judge(
  page: string,
  target: string,
  pages: ReadonlyMap<string, PageLinks>,
  files: ReadonlySet<string>,
): BrokenLink['reason'] | undefined {
  const link = resolveLink(page, target);
  if (link.kind !== 'inside') {
    return link.kind === 'malformed' ? 'malformed' : undefined;
  }
  const path = [link.path, `${link.path}/index.html`].find(each =>
    files.has(each),
  );
  if (path === undefined) {
    return 'missing-page';
  }
  const { anchor } = link;
  const known = pages.get(path)?.anchors;
  return anchor === undefined ||
    !known ||
    known.has(anchor) ||
    everywhere.includes(anchor)
    ? undefined
    : 'missing-anchor';
}
