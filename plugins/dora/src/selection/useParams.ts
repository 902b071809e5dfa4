import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** Changes of the query of an address; `undefined` takes a parameter away. */
export type ParamChange = Record<string, string | undefined>;

function changed(current: URLSearchParams, change: ParamChange) {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}

/** The query of the page's address, ways to change it, and the address with a change. */
export function useParams() {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const change = useCallback(
    (next: ParamChange, options?: { replace?: boolean }) =>
      setParams(current => changed(current, next), options),
    [setParams],
  );
  const hrefWith = useCallback(
    (next: ParamChange) => `${pathname}?${changed(params, next)}`,
    [pathname, params],
  );
  return { params, change, hrefWith };
}
