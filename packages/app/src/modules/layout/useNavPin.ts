import { frame } from '@portal/theme';
import { useCallback, useState, useSyncExternalStore } from 'react';

const storageKey = 'portal.nav.pinned';
const phone = `(max-width: ${frame.phoneMax}px)`;

function subscribe(listener: () => void) {
  const query = window.matchMedia(phone);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'false';
  } catch {
    // Storage can be switched off in a browser: then the choice lasts as long as the page.
    return true;
  }
}

/** Whether the navigation shows its words where there is room for them, which the browser remembers. */
export function useNavPin() {
  const [isPinned, setPinned] = useState(stored);
  const isMobile = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(phone).matches,
  );
  const toggleSidebarPinState = useCallback(() => {
    setPinned(pinned => {
      try {
        localStorage.setItem(storageKey, String(!pinned));
      } catch {
        // As above.
      }
      return !pinned;
    });
  }, []);
  return { isPinned, isMobile, toggleSidebarPinState };
}
