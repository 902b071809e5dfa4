import { useEffect } from 'react';

const question =
  'Your changes to this board are not saved. Leave without them?';

/** Asks whether changes are to be dropped. */
export function askToLeave(): boolean {
  // It has to be answered before the event that asks goes on.
  // eslint-disable-next-line no-alert
  return window.confirm(question);
}

/** Asks before the page is left by a link or closed while something is not saved. */
export function useLeaveWarning(isChanged: boolean, onLeave: () => void): void {
  useEffect(() => {
    if (!isChanged) {
      return undefined;
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link =
        event.target instanceof Element && event.target.closest('a[href]');
      const opensElsewhere =
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        (link && link.getAttribute('target') === '_blank');
      if (!link || opensElsewhere) {
        return;
      }
      // The router gives no way to hold up a change of page: the link is stopped before it hears of the click.
      if (askToLeave()) {
        onLeave();
      } else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [isChanged, onLeave]);
}
