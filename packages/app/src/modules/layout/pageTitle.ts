const entityPage = /^\/catalog\/[^/]+\/[^/]+\/[^/]+/;

/** Whether upstream names the window by what it shows: its entity pages do. */
export function namesItself(pathname: string): boolean {
  return entityPage.test(pathname);
}

/**
 * What a page is called, by its heading and the tab that is open: `Cost | Budgets`.
 *
 * @param content - what the page is drawn in
 */
export function pageTitle(
  content: ParentNode,
  pathname: string,
): string | undefined {
  if (pathname === '/') {
    return 'Home';
  }
  const heading = textOf(content.querySelector('h1'));
  const tab = textOf(
    content.querySelector('a[role="tab"][aria-selected="true"]'),
  );
  return heading && tab && tab !== heading ? `${heading} | ${tab}` : heading;
}

function textOf(element: Element | null): string | undefined {
  return element?.textContent?.trim() || undefined;
}
