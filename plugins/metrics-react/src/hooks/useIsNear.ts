import { RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** How far below the visible part something begins to load, so that a reader who scrolls finds it there. */
const NEAR = '150px 0px';

/**
 * Whether an element has come near the visible part of the page, or onto paper. What was near once stays so. Without
 * IntersectionObserver everything is near.
 */
export function useIsNear(element: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(
    () => typeof IntersectionObserver === 'undefined',
  );
  useEffect(() => {
    if (isNear || !element.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          setIsNear(true);
        }
      },
      { rootMargin: NEAR },
    );
    observer.observe(element.current);
    const showForPrint = () => flushSync(() => setIsNear(true));
    window.addEventListener('beforeprint', showForPrint);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', showForPrint);
    };
  }, [element, isNear]);
  return isNear;
}
