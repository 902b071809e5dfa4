import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import {
  DemoLabel,
  formatPeriod,
  LoadFailure,
  PeriodPicker,
  usePeriod,
} from '@portal/plugin-metrics-react';
import { useDelivery, useDeployments } from '../../hooks';
import { deliverySubject } from '../../words';
import { DeploymentsTable } from '../DeploymentsTable';
import { MetricTiles } from '../MetricTiles';
import { SourceStatus } from '../SourceStatus';
import { ChosenTrend } from './ChosenTrend';
import { useMetric } from './useMetric';
import styles from './DeliveryContent.module.css';

/** The delivery tab of a component: the figures, their trend, the deployments under them, and their sources. */
export function DeliveryContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { selection, period, select } = usePeriod();
  const { metric, chooseMetric } = useMetric();
  const delivery = useDelivery({ entityRef, period });
  const deployments = useDeployments({ entityRef, period });
  const { result } = delivery;
  const reload = () => {
    delivery.reload();
    deployments.reload();
  };
  const sources = result.state === 'ready' ? result.value.sources : [];
  // The last day of a half-open period is the one before its end.
  const lastDay = new Date(Date.parse(period.to) - 1).toISOString();

  return (
    <section className={styles.page} aria-label="Delivery">
      <header className={styles.head}>
        <div className={styles.scope}>
          <Text as="h2" variant="title-small" className={styles.title}>
            Delivery
          </Text>
          <Text as="p" color="secondary" className={styles.title}>
            {formatPeriod(period)} (UTC)
          </Text>
          {sources.some(source => source.demo) ? <DemoLabel /> : undefined}
        </div>
        <PeriodPicker
          selection={selection}
          suggestion={{
            from: period.from.slice(0, 10),
            to: lastDay.slice(0, 10),
          }}
          onSelect={select}
        />
      </header>
      {result.state === 'failed' ? (
        <LoadFailure
          {...deliverySubject}
          error={result.error}
          onRetry={reload}
        />
      ) : undefined}
      <MetricTiles
        result={result}
        period={period}
        onRetry={reload}
        actionOf={id => ({
          kind: 'select',
          selected: id === metric,
          onSelect: () => chooseMetric(id),
        })}
      />
      <ChosenTrend result={result} metric={metric} />
      {result.state === 'failed' ? undefined : (
        <DeploymentsTable
          result={deployments.result}
          onRetry={deployments.reload}
          onLoadMore={deployments.loadMore}
        />
      )}
      {result.state === 'ready' ? (
        <SourceStatus sources={sources} />
      ) : undefined}
    </section>
  );
}
