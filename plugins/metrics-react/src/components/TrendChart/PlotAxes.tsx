import type { MetricUnit } from '@portal/plugin-metrics-common';
import { labelledPoints, type SeriesPoint } from '../../chart';
import { formatDay, formatTick, unitName } from '../../format';
import { plotHeight, type PlotLayout } from './plotLayout';
import styles from './TrendChart.module.css';

const labelWidth = 64;

/** Grid, value axis with its unit, and the first days of the points. */
export function PlotAxes(props: {
  points: readonly SeriesPoint[];
  unit: MetricUnit;
  layout: PlotLayout;
}) {
  const { points, unit, layout } = props;
  const { left, right, ticks, centres } = layout;
  return (
    <>
      <text className={styles.label} x={left - 8} y={12} textAnchor="end">
        {unitName(unit)}
      </text>
      {ticks.map(tick => (
        <g key={tick.value}>
          <line
            className={tick.value === 0 ? styles.baseline : styles.gridline}
            x1={left}
            x2={right}
            y1={tick.y}
            y2={tick.y}
          />
          <text
            className={styles.label}
            x={left - 8}
            y={tick.y}
            dy="0.32em"
            textAnchor="end"
          >
            {formatTick(tick.value, unit)}
          </text>
        </g>
      ))}
      {labelledPoints(points.length, right - left, labelWidth).map(index => (
        <text
          key={points[index].period.from}
          className={styles.label}
          x={centres[index]}
          y={plotHeight - 8}
          textAnchor="middle"
        >
          {formatDay(points[index].period.from)}
        </text>
      ))}
    </>
  );
}
