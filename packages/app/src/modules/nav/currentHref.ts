/**
 * Which of several addresses is the page that is shown: the longest one that the path starts with.
 *
 * @returns the address, or nothing when none fits
 */
export function currentHref(
  pathname: string,
  hrefs: string[],
): string | undefined {
  return hrefs
    .filter(href =>
      href === '/'
        ? pathname === '/'
        : pathname === href || pathname.startsWith(`${href}/`),
    )
    .sort((a, b) => b.length - a.length)[0];
}
