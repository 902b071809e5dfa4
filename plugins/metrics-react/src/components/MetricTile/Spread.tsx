import type {
  MetricDefinition,
  MetricDistribution,
} from '@portal/plugin-metrics-common';
import { formatNumber, formatValue } from '../../format';
import { BandBar } from '../DistributionBar';
import styles from './MetricTile.module.css';

/** A figure that has no value of a group: where those of its services lie, and how many are in which band. */
export function Spread(props: {
  definition: MetricDefinition;
  distribution: MetricDistribution;
}) {
  const { definition, distribution } = props;
  const { bands, count, quantiles } = distribution;
  const [low, high] = [quantiles.p25, quantiles.p75].map(value =>
    formatValue(value, definition.unit),
  );
  return (
    <>
      <p className={styles.range}>{low === high ? low : `${low} – ${high}`}</p>
      <p className={styles.note}>
        The middle half of {formatNumber(count)} services
      </p>
      <div className={styles.foot}>
        {bands ? (
          <BandBar
            label={`Services by ${definition.title.toLowerCase()}`}
            bands={bands}
            show="bar"
          />
        ) : undefined}
        <p className={styles.note}>
          From {formatValue(quantiles.min, definition.unit)} to{' '}
          {formatValue(quantiles.max, definition.unit)} in all
        </p>
      </div>
    </>
  );
}
