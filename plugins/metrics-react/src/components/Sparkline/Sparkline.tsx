import { linePaths, type SeriesPoint } from '../../chart';
import styles from './Sparkline.module.css';

const width = 120;
const height = 32;
const inset = 3;

/**
 * The shape of a trend, without numbers: the chart and its table hold those, so screen readers pass it by.
 */
export function Sparkline(props: { points: readonly SeriesPoint[] }) {
  const { points } = props;
  const largest = Math.max(...points.map(point => point.value ?? 0), 0);
  const spots = points.map((point, index) =>
    point.value === undefined
      ? undefined
      : {
          x:
            points.length === 1
              ? width / 2
              : inset + (index / (points.length - 1)) * (width - 2 * inset),
          y:
            height -
            inset -
            (largest > 0 ? point.value / largest : 0) * (height - 2 * inset),
          complete: point.complete,
        },
  );
  const { solid, dashed } = linePaths(spots);
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.line} d={solid} />
      <path className={`${styles.line} ${styles.dashed}`} d={dashed} />
      {spots.map((spot, index) =>
        spot && !spots[index - 1] && !spots[index + 1] ? (
          // A point without neighbours: a zero-length line with round caps stays round when the picture is stretched.
          <path
            key={points[index].period.from}
            className={styles.dot}
            d={`M${spot.x} ${spot.y}h0.01`}
          />
        ) : undefined,
      )}
    </svg>
  );
}
