import { scaleStep } from '../DistributionBar/scaleStep';
import type { ChartSeries } from './seriesPlan';
import styles from './SeriesChart.module.css';

const shapes = [
  <circle key="circle" cx="5" cy="5" r="4" />,
  <rect key="rect" x="1" y="1" width="8" height="8" />,
  <path key="triangle" d="M5 1L9 9H1Z" />,
  <path key="diamond" d="M5 0L10 5L5 10L0 5Z" />,
  <circle key="ring" cx="5" cy="5" r="3.5" className={styles.hollow} />,
];

/** Names the series by colour and shape, where they don't carry their names themselves. */
export function SeriesLegend(props: {
  series: readonly ChartSeries[];
  form: 'line' | 'stacked';
  palette: 'series' | 'scale';
}) {
  const { series, form, palette } = props;
  const isScale = form === 'stacked' && palette === 'scale';
  return (
    <div className={styles.room}>
      <ul className={styles.legend} data-form={form} aria-label="Series">
        {series.map((one, index) => (
          <li key={one.id} className={styles.item}>
            <svg
              className={styles.shape}
              data-series={isScale ? undefined : index + 1}
              data-step={isScale ? scaleStep(index, series.length) : undefined}
              viewBox="0 0 10 10"
              width={10}
              height={10}
              aria-hidden="true"
              focusable="false"
            >
              {form === 'line' ? shapes[index % shapes.length] : shapes[1]}
            </svg>
            {one.name}
          </li>
        ))}
      </ul>
    </div>
  );
}
