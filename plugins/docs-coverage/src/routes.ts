import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The documentation hub. */
export const docsCoverageRouteRef = createRouteRef();

/** Where it is, unless the configuration moves it. */
export const docsCoveragePath = '/docs-coverage';

/** Name of the query parameter that holds whose documentation is shown. */
export const scopeParam = 'scope';

/** Name of the query parameter that holds what coverage is grouped by. */
export const groupingParam = 'by';

/** Where the documentation of this portal says how documentation is added. */
export const addDocsHelpPath =
  '/docs/default/component/portal/user-guide/documentation-coverage/';

/** Where a page of a documentation site is read. */
export function docsPageHref(siteRef: string, page: string): string {
  const [kind, path] = siteRef.split(':');
  const [namespace, name] = path.split('/');
  const place = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/docs/${place}/${page.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Where the portal searches for a term. */
export function searchHref(term: string): string {
  return `/search?${new URLSearchParams({ query: term })}`;
}
