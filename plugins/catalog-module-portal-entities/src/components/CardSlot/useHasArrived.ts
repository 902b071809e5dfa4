import { RefObject, useEffect, useState } from 'react';

/** A loading bar is lower than this, and every card higher. */
const CARD_HEIGHT = 40;
/** A card that shows nothing for an entity gives its place back after this long. */
const PATIENCE_MS = 3_000;

/** Whether the content of an element is there, and no longer only on its way. Without ResizeObserver it always is. */
export function useHasArrived(
  element: RefObject<Element | null>,
  isExpected: boolean,
): boolean {
  const [hasArrived, setHasArrived] = useState(
    () => typeof ResizeObserver === 'undefined',
  );
  useEffect(() => {
    if (hasArrived || !isExpected || !element.current) {
      return undefined;
    }
    const arrive = () => setHasArrived(true);
    const sizes = new ResizeObserver(entries => {
      if (entries.some(({ contentRect }) => contentRect.height > CARD_HEIGHT)) {
        arrive();
      }
    });
    const watch = () => {
      sizes.disconnect();
      for (const child of element.current?.children ?? []) {
        sizes.observe(child);
      }
    };
    const children = new MutationObserver(watch);
    children.observe(element.current, { childList: true });
    watch();
    const timer = setTimeout(arrive, PATIENCE_MS);
    return () => {
      sizes.disconnect();
      children.disconnect();
      clearTimeout(timer);
    };
  }, [element, hasArrived, isExpected]);
  return hasArrived;
}
