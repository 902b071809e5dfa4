import { Card, Skeleton } from '@backstage/ui';
import {
  doraMetricDefinitions,
  type DoraMetricId,
} from '@portal/plugin-dora-common';
import type { Comparison } from '@portal/plugin-metrics-common';
import {
  describeComparison,
  explainFailure,
  type Loaded,
} from '@portal/plugin-metrics-react';
import type { Overview } from '../../hooks';
import { deliverySubject } from '../../words';
import { MetricBlock } from './MetricBlock';
import styles from './OverviewMetrics.module.css';

/** Properties of {@link OverviewMetrics}. */
export type OverviewMetricsProps = {
  result: Loaded<Overview>;
  metric: DoraMetricId;
  comparison: Comparison;
  onSelect: (metric: DoraMetricId) => void;
};

function BlockSkeleton(props: { title: string; failure?: string }) {
  const { title, failure } = props;
  return (
    <Card className={styles.block}>
      <div className={styles.head}>
        <h3 className={styles.name}>{title}</h3>
      </div>
      {failure ? (
        <p className={styles.note}>{failure}</p>
      ) : (
        <>
          <div className={styles.headline}>
            <Skeleton width="60%" height={28} />
            <Skeleton width="85%" height={16} />
          </div>
          <Skeleton width="100%" height={32} />
          <Skeleton width="100%" height={130} />
        </>
      )}
    </Card>
  );
}

/** The five metrics side by side; one column on a phone. */
export function OverviewMetrics(props: OverviewMetricsProps) {
  const { result, metric, comparison, onSelect } = props;
  if (result.state !== 'ready') {
    const failure =
      result.state === 'failed'
        ? explainFailure(result.error, deliverySubject).short
        : undefined;
    return (
      <div className={styles.blocks} aria-busy={result.state === 'loading'}>
        {doraMetricDefinitions.map(({ id, title }) => (
          <BlockSkeleton key={id} title={title} failure={failure} />
        ))}
      </div>
    );
  }
  const { overview, definitions } = result.value;
  return (
    <div className={styles.blocks}>
      {definitions.map(definition => (
        <MetricBlock
          key={definition.id}
          definition={definition}
          metric={overview.metrics[definition.id]}
          before={describeComparison(overview.period, comparison)}
          action={{
            kind: 'select',
            selected: definition.id === metric,
            onSelect: () => onSelect(definition.id),
          }}
        />
      ))}
    </div>
  );
}
