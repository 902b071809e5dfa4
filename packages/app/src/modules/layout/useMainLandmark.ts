import { RefObject, useEffect } from 'react';

/**
 * Makes an element the main landmark of the document, to which a screen reader jumps, as long as nothing in it is one:
 * some pages of the framework bring their own, others have none.
 */
export function useMainLandmark(ref: RefObject<HTMLElement>) {
  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const mains = element.getElementsByTagName('main');
    const update = () => {
      if (mains.length > 0) {
        element.removeAttribute('role');
      } else {
        element.setAttribute('role', 'main');
      }
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [ref]);
}
