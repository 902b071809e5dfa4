import type { ChartStop } from './types';
import type { Spot } from './useDrawing';
import styles from './Chart.module.css';

/** Marks the point that a reader is at, and says what it is, on the side that has room. */
export function StopNote(props: {
  stop: ChartStop;
  spot: Spot;
  width: number;
  /** A line through the whole height, where only the time counts. */
  line: boolean;
}) {
  const { stop, spot, width, line } = props;
  const { x, y } = spot;
  const [first, ...rest] = stop.lines;
  const side = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div aria-hidden="true">
      {line ? <div className={styles.marker} style={{ left: x }} /> : undefined}
      <div className={styles.ring} style={{ left: x, top: y }} />
      <div
        className={styles.note}
        style={{ top: Math.max(0, y - 16), ...side }}
      >
        <strong>{first}</strong>
        {rest.map(text => (
          <span key={text}>{text}</span>
        ))}
      </div>
    </div>
  );
}
