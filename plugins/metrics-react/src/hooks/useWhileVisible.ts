import { useEffect } from 'react';

/**
 * Calls something in an interval of milliseconds while the page can be seen, and at once when it comes into view again.
 */
export function useWhileVisible(call: () => void, interval: number): void {
  useEffect(() => {
    const callIfVisible = () => {
      if (document.visibilityState === 'visible') {
        call();
      }
    };
    const timer = setInterval(callIfVisible, interval);
    document.addEventListener('visibilitychange', callIfVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', callIfVisible);
    };
  }, [call, interval]);
}
