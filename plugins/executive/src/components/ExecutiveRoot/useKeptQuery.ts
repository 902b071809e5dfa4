import { useLayoutEffect, useRef } from 'react';
import {
  NavigationType,
  useLocation,
  useNavigate,
  useNavigationType,
} from 'react-router-dom';
import { nodeQueryKeys } from '../frame';

/** Carries the part and the day along from tab to tab: the tabs of a page's header know only paths. */
export function useKeptQuery(isRoot: boolean): void {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const type = useNavigationType();
  const last = useRef({ pathname, kept: '' });
  useLayoutEffect(() => {
    const before = last.current;
    const params = new URLSearchParams(search);
    const kept = new URLSearchParams(
      nodeQueryKeys.flatMap(name => {
        const value = params.get(name);
        return value ? [[name, value]] : [];
      }),
    ).toString();
    // Only steps forward without a query of their own: going back leads to what was there.
    const isTab =
      type === NavigationType.Push &&
      before.pathname !== pathname &&
      search === '';
    if (isTab && !isRoot && before.kept) {
      last.current = { pathname, kept: before.kept };
      navigate({ pathname, search: before.kept }, { replace: true });
    } else {
      last.current = { pathname, kept };
    }
  }, [pathname, search, type, isRoot, navigate]);
}
