import { type MouseEvent, useCallback, useSyncExternalStore } from 'react';

/** The path of the page that is shown, and how a link goes to another without loading everything again. */
export function usePage(): [string, (path: string, event: MouseEvent) => void] {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname);
  const goTo = useCallback((next: string, event: MouseEvent) => {
    // A new tab or window is what the person asked the browser for.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    window.history.pushState(null, '', next);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, []);
  return [path, goTo];
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange);
  return () => window.removeEventListener('popstate', onChange);
}
