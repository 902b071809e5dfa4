import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { readCost, writeCost, type CostSelection } from './costSelection';

/** The selection that the address holds, and how a reader changes it. */
export type SelectionOfPage = {
  selection: CostSelection;
  change: (
    change: Partial<CostSelection>,
    options?: { replace?: boolean },
  ) => void;
  /** The address with a change. */
  hrefWith: (change: Partial<CostSelection>) => string;
};

/** The selection of a view of cost. A link reproduces it, and Back returns to the one before. */
export function useCostSelection(): SelectionOfPage {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const selection = useMemo(() => readCost(params), [params]);
  const change = useCallback<SelectionOfPage['change']>(
    (next, options) => setParams(current => writeCost(current, next), options),
    [setParams],
  );
  const hrefWith = useCallback(
    (next: Partial<CostSelection>) => `${pathname}?${writeCost(params, next)}`,
    [pathname, params],
  );
  return { selection, change, hrefWith };
}
