import { RefObject, useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { namesItself, pageTitle } from './pageTitle';

/**
 * Names the window after its page, for tabs, bookmarks, history and who listens to the page: the pages of the framework do not, and
 * would keep the name of the entity that was looked at before.
 */
export function usePageTitle(
  content: RefObject<HTMLElement>,
  appTitle: string,
) {
  const { pathname } = useLocation();
  useEffect(() => {
    const element = content.current;
    if (!element || namesItself(pathname)) {
      return undefined;
    }
    const update = () => {
      const page = pageTitle(element, pathname);
      const title = page ? `${page} | ${appTitle}` : appTitle;
      if (document.title !== title) {
        document.title = title;
      }
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(element, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['aria-selected'],
    });
    return () => observer.disconnect();
  }, [content, pathname, appTitle]);
}
