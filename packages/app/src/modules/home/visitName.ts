import { namesItself, pageTitle } from '../layout/pageTitle';

/** What a page is called in the list of visits: an entity by its name, any other by its heading. */
export function visitName({ pathname }: { pathname: string }): string {
  const [, first, , , entity] = pathname.split('/');
  return (
    (namesItself(pathname) ? entity : pageTitle(document, pathname)) ?? first
  );
}
