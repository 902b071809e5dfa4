import {
  doraMetricDefinitions,
  tierMetricIds,
  type DoraMetricId,
  type EntityTiers,
} from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';
import { toSeries } from '../../chart';
import type { Delivery, Loaded } from '../../hooks';
import { describePrevious } from '../../period';
import { explainFailure } from '../LoadFailure';
import { MetricTile, MetricTileSkeleton, type TileAction } from '../MetricTile';
import styles from './MetricTiles.module.css';

/** Properties of {@link MetricTiles}. */
export type MetricTilesProps = {
  result: Loaded<Delivery>;
  period: Period;
  actionOf: (id: DoraMetricId) => TileAction;
  onRetry: () => void;
  surface?: 'card' | 'plain';
};

function tierFor(tiers: EntityTiers, id: DoraMetricId) {
  const found = tierMetricIds.find(each => each === id);
  const tier = found && tiers.metrics[found];
  return tier && { ...tier, edition: tiers.edition };
}

/** The five figures side by side; one column on a phone. */
export function MetricTiles(props: MetricTilesProps) {
  const { result, period, actionOf, onRetry, surface } = props;
  if (result.state !== 'ready') {
    const failure =
      result.state === 'failed'
        ? explainFailure(result.error).short
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
          before={describePrevious(period)}
          points={toSeries(trend, definition.id)}
          tier={tierFor(metrics.tiers, definition.id)}
          action={actionOf(definition.id)}
          surface={surface}
          onRetry={onRetry}
        />
      ))}
    </div>
  );
}
