import { useLayoutEffect, useState, type RefObject } from 'react';
import type { ChartTheme } from './types';

const seriesCount = 8;
const scaleSteps = 5;

function readTheme(element: HTMLElement): ChartTheme {
  const style = getComputedStyle(element);
  const color = (...names: string[]) =>
    names.map(name => style.getPropertyValue(name).trim()).find(Boolean) ??
    'currentColor';
  const count = (length: number) =>
    Array.from({ length }, (_, index) => index + 1);
  return {
    text: color('--bui-fg-primary'),
    textSecondary: color('--bui-fg-secondary'),
    surface: color('--portal-surface', '--bui-bg-neutral-1'),
    border: color('--bui-border-1'),
    strongBorder: color('--bui-border-2'),
    series: count(seriesCount).map(n =>
      color(`--portal-series-${n}`, '--bui-fg-primary'),
    ),
    scale: count(scaleSteps).map(n => ({
      ground: color(`--portal-scale-${n}`, '--bui-bg-neutral-3'),
      text: color(`--portal-scale-${n}-text`, '--bui-fg-primary'),
    })),
    fontFamily: style.fontFamily || 'sans-serif',
  };
}

/**
 * The theme's colours where an element stands, for a library that can't read CSS variables. Read again when the mode
 * changes, by choice or because the system's does.
 */
export function useChartTheme(
  ref: RefObject<HTMLElement>,
): ChartTheme | undefined {
  const [theme, setTheme] = useState<ChartTheme>();
  useLayoutEffect(() => {
    const read = () => {
      if (ref.current) {
        setTheme(readTheme(ref.current));
      }
    };
    read();
    const observer = new MutationObserver(read);
    for (const target of [document.documentElement, document.body]) {
      observer.observe(target, {
        attributes: true,
        attributeFilter: ['data-theme-mode', 'data-theme-name', 'class'],
      });
    }
    const system = window.matchMedia?.('(prefers-color-scheme: dark)');
    system?.addEventListener?.('change', read);
    return () => {
      observer.disconnect();
      system?.removeEventListener?.('change', read);
    };
  }, [ref]);
  return theme;
}
