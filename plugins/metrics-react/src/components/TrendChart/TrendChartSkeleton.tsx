import { Card, Skeleton } from '@backstage/ui';
import { plotHeight } from './plotLayout';
import styles from './TrendChart.module.css';

/** The shape of the chart while its figures are on their way. */
export function TrendChartSkeleton() {
  return (
    <Card className={styles.card} aria-busy>
      <div className={styles.head}>
        <Skeleton width="40%" height={28} />
      </div>
      <Skeleton width="80%" height={16} />
      <Skeleton width="100%" height={plotHeight} />
    </Card>
  );
}
