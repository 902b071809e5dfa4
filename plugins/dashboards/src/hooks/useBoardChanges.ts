import { useSignal } from '@backstage/plugin-signals-react';
import { dashboardsSignalChannel } from '@portal/plugin-dashboards-common';
import { useEffect } from 'react';

/**
 * A board that is deleted or saved is left in this time, and need not be asked for once more. Changes that come together are one.
 */
const DELAY_MS = 300;

/** Calls a memoised function when the portal says that a board changed: the given one, or any where none is given. */
export function useBoardChanges(call: () => void, boardRef?: string): void {
  const { lastSignal } = useSignal<{ boards: string[] }>(
    dashboardsSignalChannel,
  );
  useEffect(() => {
    if (!lastSignal || (boardRef && !lastSignal.boards.includes(boardRef))) {
      return undefined;
    }
    const timer = setTimeout(call, DELAY_MS);
    return () => clearTimeout(timer);
  }, [lastSignal, boardRef, call]);
}
