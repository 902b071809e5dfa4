import { NavContentNavItems } from '@backstage/plugin-app-react';
import {
  NavEntry,
  NavGroup,
  navGroups,
  otherGroupTitle,
  pagesWithoutLine,
} from './navGroups';

/** A line whose page is installed, with where it leads. */
export interface ResolvedEntry extends NavEntry {
  href: string;
}

/** A group of lines that all lead somewhere. */
export interface ResolvedGroup {
  title: string;
  entries: ResolvedEntry[];
}

function join(base: string, path?: string): string {
  return path ? `${base.replace(/\/$/, '')}/${path}` : base || '/';
}

/**
 * Matches the groups with the pages that are installed: lines without a page fall away, pages without a line are
 * gathered at the end, so that a plugin that is added shows up without a change here.
 */
export function resolveNav(
  navItems: NavContentNavItems,
  groups: NavGroup[] = navGroups,
): ResolvedGroup[] {
  const items = navItems.clone();
  const resolved = groups.map(({ title, entries }) => ({
    title,
    entries: entries.flatMap(entry => {
      const item = items.take(entry.page);
      return item ? [{ ...entry, href: join(item.href, entry.path) }] : [];
    }),
  }));
  pagesWithoutLine.forEach(page => items.take(page));
  const others = items
    .rest()
    .map(({ node, title, icon, href }) => ({
      title,
      icon,
      href,
      page: node.spec.id,
    }))
    .sort((a, b) => a.title.localeCompare(b.title));
  return [...resolved, { title: otherGroupTitle, entries: others }].filter(
    ({ entries }) => entries.length > 0,
  );
}
