import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  readSelection,
  toPeriod,
  writeSelection,
  type PeriodSelection,
} from './period';

/**
 * The period of the page. The address holds it, so that a link reproduces the view and Back returns to the one before.
 */
export function usePeriod() {
  const [params, setParams] = useSearchParams();
  const selection = readSelection(params);
  const key = JSON.stringify(selection);

  const period = useMemo(
    () => toPeriod(JSON.parse(key) as PeriodSelection, new Date()),
    [key],
  );
  const select = useCallback(
    (next: PeriodSelection) =>
      setParams(current => writeSelection(current, next)),
    [setParams],
  );
  return { selection, period, select };
}
