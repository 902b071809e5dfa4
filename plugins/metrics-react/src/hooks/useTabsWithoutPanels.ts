import { useEffect, useRef } from 'react';

/**
 * Takes the name of a panel off tabs that have none. The tabs of a page's header are links, and the header names panels
 * for them that nothing draws, so that a screen reader would lead nowhere.
 */
export function useTabsWithoutPanels() {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = page.current;
    if (!root) {
      return undefined;
    }
    const mend = () => {
      for (const tab of root.querySelectorAll('a[role="tab"][aria-controls]')) {
        if (!document.getElementById(tab.getAttribute('aria-controls') ?? '')) {
          tab.removeAttribute('aria-controls');
        }
      }
    };
    mend();
    const observer = new MutationObserver(mend);
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-controls'],
    });
    return () => observer.disconnect();
  }, []);
  return page;
}
