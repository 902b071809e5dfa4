import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  readOverview,
  writeOverview,
  type OverviewSelection,
} from './overviewSelection';

/** The selection that the address holds, and how a reader changes it. */
export type SelectionOfPage = {
  selection: OverviewSelection;
  change: (
    change: Partial<OverviewSelection>,
    options?: { replace?: boolean },
  ) => void;
};

/** The selection of a view of many services. A link reproduces it, and Back returns to the one before. */
export function useOverviewSelection(): SelectionOfPage {
  const [params, setParams] = useSearchParams();
  const selection = useMemo(() => readOverview(params), [params]);
  const change = useCallback<SelectionOfPage['change']>(
    (next, options) =>
      setParams(current => writeOverview(current, next), options),
    [setParams],
  );
  return { selection, change };
}
