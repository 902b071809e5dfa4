import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same and calls the one of the last drawing: what only calls it need not be drawn again. */
export function useLatest<Args extends unknown[]>(
  call: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
