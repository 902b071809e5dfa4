import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useWidth } from '../../hooks';
import type { ChartPlan, ChartReach, ChartTheme } from './types';
import { StopNote } from './StopNote';
import { useChartTheme } from './useChartTheme';
import { useDrawing, type Spot } from './useDrawing';
import styles from './Chart.module.css';

/** Properties of {@link ChartDrawing}. */
export type ChartDrawingProps = {
  /** Names the drawing for assistive technology. */
  label: string;
  /** In pixels; a function where it follows from the width. */
  height: number | ((width: number) => number);
  /** Narrower than this the drawing scrolls in its own box, in pixels. */
  minWidth?: number;
  /** Memoise it: another function is drawn anew. */
  plan: (theme: ChartTheme, width: number) => ChartPlan;
  reach?: ChartReach;
  /** Opens the evidence of a stop: Enter, or a click. */
  onOpen?: (id: string) => void;
};

function nearestStop(
  spots: readonly Spot[],
  pointer: Spot,
  nearest: 'x' | 'both',
): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  spots.forEach((spot, index) => {
    const across = spot.x - pointer.x;
    const along = nearest === 'x' ? 0 : spot.y - pointer.y;
    const distance = Math.hypot(across, along);
    if (distance < least) {
      least = distance;
      found = index;
    }
  });
  return found;
}

/**
 * A drawing by ECharts whose points a pointer and the arrow keys reach alike. To assistive technology it is a slider
 * over its points, each of which is spoken when it is reached, without a live region beside it. The library only
 * draws: what is said of a point is ours, as text, so that names from outside are never read as markup.
 */
export function ChartDrawing(props: ChartDrawingProps) {
  const { label, minWidth = 240, plan: makePlan, reach, onOpen } = props;
  const { nearest = 'x', across = 1, along = 1 } = reach ?? {};
  const id = useId();
  const canvas = useRef<HTMLDivElement>(null);
  const { ref: box, width: boxWidth } = useWidth(720);
  const width = Math.max(boxWidth, minWidth);
  const height =
    typeof props.height === 'function' ? props.height(width) : props.height;
  const theme = useChartTheme(canvas);
  const plan = useMemo(
    () => theme && makePlan(theme, width),
    [theme, makePlan, width],
  );
  const drawing = useDrawing(canvas, plan, { width, height });
  const [active, setActive] = useState<number>();

  const stops = drawing.state === 'drawn' ? drawing.plan.stops : [];
  const spots = drawing.state === 'drawn' ? drawing.spots : [];
  const last = stops.length - 1;
  const index = active === undefined ? undefined : Math.min(active, last);
  const spot = index === undefined ? undefined : spots[index];

  // What is newest stands at the right end.
  useEffect(() => {
    if (box.current) {
      box.current.scrollLeft = box.current.scrollWidth;
    }
  }, [box, width]);

  const go = (next: number) => {
    const target = Math.min(last, Math.max(0, next));
    setActive(target);
    const room = box.current;
    const x = spots[target]?.x ?? 0;
    if (
      room &&
      (x < room.scrollLeft + 48 || x > room.scrollLeft + boxWidth - 24)
    ) {
      room.scrollLeft = x - boxWidth / 2;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = index ?? last;
    const targets: Record<string, number> = {
      ArrowLeft: current - across,
      ArrowRight: current + across,
      ArrowUp: current - along,
      ArrowDown: current + along,
      Home: 0,
      End: last,
    };
    if (event.key in targets && last >= 0) {
      event.preventDefault();
      go(targets[event.key]);
    } else if (event.key === 'Escape') {
      setActive(undefined);
    } else if (event.key === 'Enter' && index !== undefined && onOpen) {
      onOpen(stops[index].id);
    }
  };
  const find = (event: PointerEvent) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const pointer = {
      x: event.clientX - bounds.left,
      y: event.clientY - bounds.top,
    };
    return nearestStop(spots, pointer, nearest);
  };

  return (
    <div ref={box} className={styles.box}>
      {drawing.state === 'failed' ? (
        <p className={styles.failed} role="alert">
          The drawing could not be loaded. Show the figures as a table, or load
          the page again.
        </p>
      ) : undefined}
      <div
        className={styles.drawing}
        style={{ width, height }}
        role="slider"
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, stops.length)}
        aria-valuenow={Math.max(1, (index ?? last) + 1)}
        aria-valuetext={stops[index ?? last]?.label ?? 'Loading'}
        aria-describedby={`${id}-help`}
        aria-busy={drawing.state === 'loading'}
        tabIndex={0}
        hidden={drawing.state === 'failed'}
        onKeyDown={onKeyDown}
        onFocus={() => go(index ?? last)}
        onBlur={() => setActive(undefined)}
        onPointerMove={event => setActive(find(event))}
        onPointerLeave={() => setActive(undefined)}
        onClick={() => {
          if (index !== undefined) {
            onOpen?.(stops[index].id);
          }
        }}
      >
        {drawing.state === 'loading' ? (
          <Skeleton width="100%" height={height} />
        ) : undefined}
        <div ref={canvas} className={styles.canvas} aria-hidden="true" />
        {spot && index !== undefined ? (
          <StopNote
            stop={stops[index]}
            spot={spot}
            width={width}
            line={nearest === 'x'}
            cell={plan?.cell}
          />
        ) : undefined}
      </div>
      <VisuallyHidden id={`${id}-help`}>
        {`The arrow keys go through ${stops.length} points.`}
        {onOpen ? ' Enter opens one.' : ''}
      </VisuallyHidden>
    </div>
  );
}
