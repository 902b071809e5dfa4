import { useEffect } from 'react';
import { useRefreshCount } from './BoardRefresh';

/**
 * Calls a memoised function when the board is refreshed, and not before.
 *
 * @public
 */
export function useReloadOnRefresh(reload: () => void): void {
  const count = useRefreshCount();
  useEffect(() => {
    if (count > 0) {
      reload();
    }
  }, [count, reload]);
}
