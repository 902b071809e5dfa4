import { useMemo } from 'react';
import { Link, Text } from '@backstage/ui';
import {
  defaultSelection,
  DemoLabel,
  formatPeriod,
  LoadFailure,
  toPeriod,
  useEntityHref,
} from '@portal/plugin-metrics-react';
import { useDelivery } from '../../hooks';
import { deliveryHref } from '../../routes';
import { deliverySubject } from '../../words';
import { MetricTiles } from '../MetricTiles';
import styles from './DeliveryFigures.module.css';

/** The figures of one component over the last 90 days, each leading to its evidence. */
export function DeliveryFigures(props: { entityRef: string }) {
  const { entityRef } = props;
  const period = useMemo(() => toPeriod(defaultSelection, new Date()), []);
  const { result, reload } = useDelivery({ entityRef, period });
  const linkTo = useEntityHref();
  const page = linkTo(entityRef);
  const demo =
    result.state === 'ready' &&
    result.value.sources.some(source => source.demo);

  return (
    <section className={styles.figures} aria-label="Delivery figures">
      <div className={styles.head}>
        <Text as="p" color="secondary" className={styles.scope}>
          <Link href={deliveryHref(page, 'deploymentFrequency')}>
            {entityRef.slice(entityRef.lastIndexOf('/') + 1)}
          </Link>
          , {formatPeriod(period)} (UTC)
        </Text>
        {demo ? <DemoLabel /> : undefined}
      </div>
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
        surface="plain"
        onRetry={reload}
        actionOf={id => ({ kind: 'link', href: deliveryHref(page, id) })}
      />
    </section>
  );
}
