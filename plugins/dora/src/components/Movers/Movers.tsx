import { Card, Text } from '@backstage/ui';
import type { Mover, OverviewMetric } from '@portal/plugin-dora-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { formatValue } from '@portal/plugin-metrics-react';
import type { DoraMetricId } from '@portal/plugin-dora-common';
import type { SharedSelection } from '../../routes';
import { describeChangeOf } from '../../words';
import { ChangeWords } from '../OverviewMetrics';
import { ServiceLink } from '../ServiceLink';
import styles from './Movers.module.css';

/** Properties of {@link Movers}. */
export type MoversProps = {
  definition: MetricDefinition & { id: DoraMetricId };
  metric: OverviewMetric;
  shared: SharedSelection;
  /** Names the earlier period, as in "the 90 days before". */
  before: string;
};

function MoverList(
  props: MoversProps & { title: string; movers: Mover[]; nobody: string },
) {
  const { definition, title, movers, nobody, shared } = props;
  return (
    <Card className={styles.card}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        {title}
      </Text>
      {movers.length === 0 ? (
        <p className={styles.text}>{nobody}</p>
      ) : (
        <ol className={styles.movers} aria-label={title}>
          {movers.map(({ entityRef, before, value }) => {
            const change = describeChangeOf(definition, value, before);
            return (
              <li key={entityRef} className={styles.mover}>
                <ServiceLink
                  entityRef={entityRef}
                  metric={definition.id}
                  shared={shared}
                  className={styles.name}
                />
                <span className={styles.text}>
                  {formatValue(before, definition.unit)} →{' '}
                  <strong>{formatValue(value, definition.unit)}</strong>
                </span>
                <span className={styles.text}>
                  {change ? <ChangeWords change={change} /> : undefined}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}

/** The services whose figure changed most against an earlier period, each leading to its evidence. */
export function Movers(props: MoversProps) {
  const { definition, metric, before } = props;
  const name = definition.title.toLowerCase();
  return (
    <div className={styles.lists}>
      <MoverList
        {...props}
        title={`Improved most: ${name}`}
        movers={metric.improved}
        nobody={`No service is better than in ${before}.`}
      />
      <MoverList
        {...props}
        title={`Declined most: ${name}`}
        movers={metric.declined}
        nobody={`No service is worse than in ${before}.`}
      />
    </div>
  );
}
