import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the reader to a part of the page after a choice that loads it anew: not before everything above it has its height,
 * or it would slip away again.
 *
 * @param settled - Whether all that was asked for is there, or has failed.
 */
export function useFocusOnceSettled(settled: boolean): {
  target: RefObject<HTMLDivElement>;
  goThere: () => void;
} {
  const target = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  useEffect(() => {
    if (wanted.current && settled) {
      wanted.current = false;
      target.current?.focus();
    }
  });
  return {
    target,
    goThere: () => {
      wanted.current = true;
    },
  };
}
