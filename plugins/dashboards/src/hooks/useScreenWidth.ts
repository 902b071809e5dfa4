import {
  gridBreakpoints,
  type ScreenWidth,
} from '@portal/plugin-widgets-common';
import { useWidth } from '@portal/plugin-metrics-react';

/** Which layout fits into an element; the one that fits into the window until it is measured. */
export function useScreenWidth() {
  const { ref, width } = useWidth(window.innerWidth);
  return { ref, screen: screenOf(width) };
}

function screenOf(width: number): ScreenWidth {
  if (width >= gridBreakpoints.wide) {
    return 'wide';
  }
  return width >= gridBreakpoints.medium ? 'medium' : 'narrow';
}
