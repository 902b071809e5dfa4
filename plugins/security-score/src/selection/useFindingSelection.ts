import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  readFindings,
  writeFindings,
  type FindingSelection,
} from './findingFilter';

/** The selection that the address holds, and how a reader changes it. */
export function useFindingSelection(): {
  selection: FindingSelection;
  change: (change: Partial<FindingSelection>) => void;
  query: string;
} {
  const [params, setParams] = useSearchParams();
  const selection = useMemo(() => readFindings(params), [params]);
  const change = useCallback(
    (next: Partial<FindingSelection>) =>
      setParams(current => writeFindings(current, next)),
    [setParams],
  );
  return { selection, change, query: params.toString() };
}
