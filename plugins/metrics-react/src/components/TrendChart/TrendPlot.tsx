import {
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { VisuallyHidden } from '@backstage/ui';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import type { SeriesPoint } from '../../chart';
import { formatPeriod, formatSample } from '../../format';
import { describePoint, describeValue } from './describePoint';
import { PlotAxes } from './PlotAxes';
import { PlotMarks } from './PlotMarks';
import { plotHeight, plotLayout } from './plotLayout';
import { useWidth } from '../../hooks';
import styles from './TrendChart.module.css';

function PointNote(props: {
  point: SeriesPoint;
  definition: MetricDefinition;
}) {
  const { point, definition } = props;
  return (
    <>
      <span>{formatPeriod(point.period)}</span>
      <strong>{describeValue(point)}</strong>
      <span>n = {formatSample(definition, point.sampleSize)}</span>
      {point.complete ? undefined : <span>Not over yet</span>}
    </>
  );
}

/**
 * The drawing of a trend. To assistive technology it is a slider over its points, so that the arrow keys move and
 * each point is spoken; for the eye the same point is marked and noted.
 */
export function TrendPlot(props: {
  definition: MetricDefinition;
  points: readonly SeriesPoint[];
  /** Opens the evidence of a point: Enter, or a click. */
  onOpen?: (point: SeriesPoint) => void;
}) {
  const { definition, points, onOpen } = props;
  const helpId = useId();
  const { ref, width } = useWidth(720);
  const [active, setActive] = useState<number>();
  const last = points.length - 1;
  const layout = useMemo(
    () => plotLayout(points, definition.unit, width),
    [points, definition.unit, width],
  );
  const current = Math.min(active ?? last, last);

  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Record<string, number | undefined> = {
      ArrowLeft: Math.max(0, current - 1),
      ArrowDown: Math.max(0, current - 1),
      ArrowRight: Math.min(last, current + 1),
      ArrowUp: Math.min(last, current + 1),
      Home: 0,
      End: last,
      Escape: undefined,
    };
    if (event.key in targets) {
      event.preventDefault();
      setActive(targets[event.key]);
    } else if (event.key === 'Enter' && onOpen) {
      onOpen(points[current]);
    }
  };
  const indexAt = (event: MouseEvent) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const index = Math.floor((x - layout.left) / layout.band);
    return Math.min(last, Math.max(0, index));
  };
  const onPointer = (event: PointerEvent) => setActive(indexAt(event));

  const spot = active === undefined ? undefined : layout.spots[current];
  const noteSide = layout.centres[current] > width / 2 ? 'left' : 'right';
  return (
    <div
      ref={ref}
      className={`${styles.plot} ${onOpen ? styles.opens : ''}`}
      role="slider"
      tabIndex={0}
      aria-label={`${definition.title} over time`}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={current + 1}
      aria-valuetext={describePoint(points[current], definition)}
      aria-describedby={onOpen ? helpId : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => setActive(current)}
      onBlur={() => setActive(undefined)}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => setActive(undefined)}
      onClick={event => onOpen?.(points[indexAt(event)])}
    >
      <svg
        width={width}
        height={plotHeight}
        aria-hidden="true"
        focusable="false"
      >
        <PlotAxes points={points} unit={definition.unit} layout={layout} />
        {active === undefined ? undefined : (
          <line
            className={styles.marker}
            x1={layout.centres[current]}
            x2={layout.centres[current]}
            y1={layout.top}
            y2={layout.bottom}
          />
        )}
        <PlotMarks
          layout={layout}
          form={definition.unit === '1/week' ? 'bars' : 'line'}
        />
        {spot ? (
          <circle className={styles.activeDot} cx={spot.x} cy={spot.y} r={6} />
        ) : undefined}
      </svg>
      {onOpen ? (
        <VisuallyHidden id={helpId}>
          The arrow keys go through the points. Enter opens one.
        </VisuallyHidden>
      ) : undefined}
      {active === undefined ? undefined : (
        <div
          className={`${styles.note} ${styles[noteSide]}`}
          aria-hidden="true"
        >
          <PointNote point={points[current]} definition={definition} />
        </div>
      )}
    </div>
  );
}
