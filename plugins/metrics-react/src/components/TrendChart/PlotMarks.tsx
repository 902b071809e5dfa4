import { linePaths } from '../../chart';
import type { PlotLayout } from './plotLayout';
import styles from './TrendChart.module.css';

/** Bars from zero, for counts and rates; the one that is not over is an outline. */
function Bars(props: { layout: PlotLayout }) {
  const { spots, band, bottom } = props.layout;
  const width = Math.min(48, band * 0.7);
  return (
    <>
      {spots.map(spot =>
        spot ? (
          <rect
            key={spot.x}
            className={spot.complete ? styles.bar : styles.openBar}
            x={spot.x - width / 2}
            y={spot.y}
            width={width}
            height={Math.max(0, bottom - spot.y)}
          />
        ) : undefined,
      )}
    </>
  );
}

/** A line with gaps where there is no value; towards a point that is not over it is dashed. */
function Line(props: { layout: PlotLayout }) {
  const { solid, dashed } = linePaths(props.layout.spots);
  return (
    <>
      <path className={styles.line} d={solid} />
      <path className={`${styles.line} ${styles.dashed}`} d={dashed} />
      {props.layout.spots.map(spot =>
        spot ? (
          <circle
            key={spot.x}
            className={spot.complete ? styles.dot : styles.openDot}
            cx={spot.x}
            cy={spot.y}
            r={4}
          />
        ) : undefined,
      )}
    </>
  );
}

/** What a series looks like, in the form that suits its unit. */
export function PlotMarks(props: {
  layout: PlotLayout;
  form: 'bars' | 'line';
}) {
  return props.form === 'bars' ? (
    <Bars layout={props.layout} />
  ) : (
    <Line layout={props.layout} />
  );
}
