import type { Board } from '@portal/plugin-dashboards-common';
import { type NamedWindow, namedWindows } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { periodParam } from '../../routes';

/** How many days back a board looks: as its address says, else as the board does. */
export function useBoardDays(board: Board) {
  const [params, setParams] = useSearchParams();
  const days = read(params.get(periodParam)) ?? read(board.period) ?? 28;
  const choose = useCallback(
    (next: NamedWindow) =>
      setParams(current => {
        const changed = new URLSearchParams(current);
        changed.set(periodParam, String(next));
        return changed;
      }),
    [setParams],
  );
  return { days, choose };
}

function read(text: string | null): NamedWindow | undefined {
  return namedWindows.find(days => days === Number.parseInt(text ?? '', 10));
}
