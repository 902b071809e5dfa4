import { allEnvironments } from '@portal/plugin-dora-common';
import {
  explainFailure,
  MetricTileSkeleton,
} from '@portal/plugin-metrics-react';
import { useProductionEnvironments } from '../../hooks';
import { deliverySubject } from '../../words';
import { MetricWidget, type MetricWidgetProps } from './MetricWidget';
import { titleOf } from './titleOf';
import styles from './MetricWidget.module.css';

/** Properties of {@link EnvironmentMetric}. */
export type EnvironmentMetricProps = MetricWidgetProps & {
  /** As it was set: a name in upper or lower case, `all`, or nothing. */
  environment?: string;
  /** References of the environments that count where none was set. */
  environments?: readonly string[];
};

function refsOf(props: EnvironmentMetricProps): readonly string[] {
  const { environment, environments = [] } = props;
  if (!environment) {
    return environments;
  }
  return environment === allEnvironments
    ? []
    : [`resource:default/${environment.toLocaleLowerCase('en-US')}`];
}

/** One figure, in each of the production environments among some; of all together where there are none to choose from. */
export function EnvironmentMetric(props: EnvironmentMetricProps) {
  const { environment: _set, environments: _ofBoard, ...shown } = props;
  const refs = refsOf(props);
  const { result } = useProductionEnvironments(refs);
  if (refs.length === 0) {
    return <MetricWidget {...shown} />;
  }
  if (result.state !== 'ready') {
    return (
      <MetricTileSkeleton
        title={titleOf(shown.metric)}
        surface="plain"
        failure={
          result.state === 'failed'
            ? explainFailure(result.error, deliverySubject).short
            : undefined
        }
      />
    );
  }
  const { production, others } = result.value;
  if (production.length === 0) {
    return (
      <MetricTileSkeleton
        title={titleOf(shown.metric)}
        surface="plain"
        failure="Not production"
        cure={`Delivery figures are about production, which ${others.join(
          ' and ',
        )} ${others.length === 1 ? 'is' : 'are'} not.`}
      />
    );
  }
  return (
    <div className={styles.several}>
      {production.map(name => (
        <MetricWidget key={name} {...shown} environment={name} />
      ))}
    </div>
  );
}
