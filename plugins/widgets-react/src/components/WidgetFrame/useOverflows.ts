import { RefObject, useEffect, useState } from 'react';

/** Whether what is in an element is larger than it, so that it scrolls. True where the browser can't tell. */
export function useOverflows(element: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(
    typeof ResizeObserver === 'undefined',
  );
  useEffect(() => {
    const box = element.current;
    if (!box || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const measure = () =>
      setOverflows(
        box.scrollHeight > box.clientHeight ||
          box.scrollWidth > box.clientWidth,
      );
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      sizes.disconnect();
      sizes.observe(box);
      for (const child of box.children) {
        sizes.observe(child);
      }
    };
    // What is loaded takes the place of a skeleton.
    const content = new MutationObserver(watch);
    content.observe(box, { childList: true });
    watch();
    return () => {
      sizes.disconnect();
      content.disconnect();
    };
  }, [element]);
  return overflows;
}
