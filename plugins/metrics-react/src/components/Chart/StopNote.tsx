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
  /** Edge of the square that is marked, in pixels; without it a ring around a point. */
  cell?: number;
}) {
  const { stop, spot, width, line, cell } = props;
  const { x, y } = spot;
  const [first, ...rest] = stop.lines;
  const away = 12 + (cell ?? 0) / 2;
  const side = x > width / 2 ? { right: width - x + away } : { left: x + away };
  return (
    <div aria-hidden="true">
      {line ? <div className={styles.marker} style={{ left: x }} /> : undefined}
      <div
        className={`${styles.ring} ${cell ? styles.square : ''}`}
        style={{ left: x, top: y, width: cell, height: cell }}
      />
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
