import { useEffect, useState, type RefObject } from 'react';
import type { EChartsType } from 'echarts/core';
import type { ChartPlan, ChartStop } from './types';

/** Where a stop is, in pixels from the upper left corner of the drawing. */
export type Spot = { x: number; y: number };

/** How far a drawing has come. */
export type Drawing =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'drawn'; plan: ChartPlan; spots: readonly Spot[] };

const animationMs = 150;

/** On paper nothing moves: what is printed is the first moment of a movement. */
const still = ['print', '(prefers-reduced-motion: reduce)'];

function motion() {
  return still.some(query => window.matchMedia?.(query).matches)
    ? { animation: false }
    : {
        animation: true,
        animationDuration: animationMs,
        animationDurationUpdate: animationMs,
      };
}

function locate(chart: EChartsType, { at }: ChartStop): Spot {
  const [x, y] = chart.convertToPixel(
    { seriesIndex: at.seriesIndex },
    at.values,
  );
  return { x, y };
}

/** Loads the library, draws a plan into an element, and draws again when the plan or its size changes. */
export function useDrawing(
  ref: RefObject<HTMLElement>,
  plan: ChartPlan | undefined,
  size: { width: number; height: number },
): Drawing {
  const { width, height } = size;
  const [chart, setChart] = useState<EChartsType>();
  const [drawing, setDrawing] = useState<Drawing>({ state: 'loading' });

  useEffect(() => {
    let made: EChartsType | undefined;
    let gone = false;
    import('./echarts').then(
      ({ createDrawing }) => {
        if (!gone && ref.current) {
          made = createDrawing(ref.current, { width: 240, height: 120 });
          setChart(made);
        }
      },
      () => {
        if (!gone) {
          setDrawing({ state: 'failed' });
        }
      },
    );
    return () => {
      gone = true;
      made?.dispose();
      setChart(undefined);
    };
  }, [ref]);

  useEffect(() => {
    if (chart && plan) {
      chart.resize({ width, height, silent: true });
      chart.setOption({ ...motion(), ...plan.option }, { notMerge: true });
      setDrawing({
        state: 'drawn',
        plan,
        spots: plan.stops.map(stop => locate(chart, stop)),
      });
    }
  }, [chart, plan, width, height]);

  return drawing;
}
