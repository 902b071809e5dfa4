const maxHeader = 8192;
const maxQuery = 2000;

/**
 * The path of the page that follows, as the header `Link` tells it.
 *
 * Only the query of the link is taken: host and path stay those that were asked, whatever the answer says, so that the
 * token goes nowhere else.
 *
 * @param path - What was asked for, below the address of the API.
 * @public
 */
export function nextPage(
  path: string,
  link: string | null,
): string | undefined {
  if (link === null || link.length > maxHeader) {
    return undefined;
  }
  for (const [, target, parameters] of link.matchAll(
    /<([^<>]*)>((?:;[^,;<>]*)*)/g,
  )) {
    const isNext = parameters
      .split(';')
      .some(each =>
        /^\s*rel\s*=\s*"?(?:[^"]*\s)?next(?:\s[^"]*)?"?\s*$/i.test(each),
      );
    if (isNext && URL.canParse(target, 'http://localhost')) {
      const { search } = new URL(target, 'http://localhost');
      return search === '' || search.length > maxQuery
        ? undefined
        : `${path.replace(/\?.*$/, '')}${search}`;
    }
  }
  return undefined;
}
