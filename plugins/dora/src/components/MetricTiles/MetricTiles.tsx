import {
  doraMetricDefinitions,
  tierMetricIds,
  type DoraMetricId,
  type EntityTiers,
} from '@portal/plugin-dora-common';
import type { Comparison, Period } from '@portal/plugin-metrics-common';
import {
  describeComparison,
  explainFailure,
  MetricTile,
  MetricTileSkeleton,
  type Loaded,
  type TileAction,
} from '@portal/plugin-metrics-react';
import type { Delivery } from '../../hooks';
import { deliveryHelpPath } from '../../routes';
import { toSeries } from '../../series';
import { deliverySubject, describeTier } from '../../words';
import styles from './MetricTiles.module.css';

/** Properties of {@link MetricTiles}. */
export type MetricTilesProps = {
  result: Loaded<Delivery>;
  period: Period;
  /** Default: the period before. */
  comparison?: Comparison;
  actionOf: (id: DoraMetricId) => TileAction;
  onRetry: () => void;
  surface?: 'card' | 'plain';
};

const connect = { href: deliveryHelpPath, label: 'Connect deployments' };

/** The tier of a metric in words, where it has one. */
export function tierFor(tiers: EntityTiers, id: DoraMetricId) {
  const found = tierMetricIds.find(each => each === id);
  const tier = found && tiers.metrics[found];
  return tier && describeTier(tier, tiers.edition, id);
}

/** The five figures side by side; one column on a phone. */
export function MetricTiles(props: MetricTilesProps) {
  const { result, period, comparison = 'before' } = props;
  const { actionOf, onRetry, surface } = props;
  if (result.state !== 'ready') {
    const failure =
      result.state === 'failed'
        ? explainFailure(result.error, deliverySubject).short
        : undefined;
    return (
      <div className={styles.tiles} aria-busy={result.state === 'loading'}>
        {doraMetricDefinitions.map(({ id, title }) => (
          <MetricTileSkeleton
            key={id}
            title={title}
            surface={surface}
            failure={failure}
          />
        ))}
      </div>
    );
  }
  const { metrics, previous, trend, definitions } = result.value;
  return (
    <div className={styles.tiles}>
      {definitions.map(definition => (
        <MetricTile
          key={definition.id}
          definition={definition}
          value={metrics.metrics[definition.id]}
          previous={previous.metrics[definition.id]}
          before={describeComparison(period, comparison)}
          points={toSeries(trend, definition.id)}
          tier={tierFor(metrics.tiers, definition.id)}
          action={actionOf(definition.id)}
          surface={surface}
          connect={connect}
          onRetry={onRetry}
        />
      ))}
    </div>
  );
}
