import { useMemo, type ReactNode } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  defaultTierEdition,
  wholeCompany,
  type DoraMetricId,
} from '@portal/plugin-dora-common';
import {
  explainFailure,
  MetricTile,
  MetricTileSkeleton,
  type NamedWindow,
  toPeriod,
  describePrevious,
  useEntityHref,
} from '@portal/plugin-metrics-react';
import { useReloadOnRefresh } from '@portal/plugin-widgets-react';
import { useDelivery, useOverview } from '../../hooks';
import { deliveryHelpPath, deliveryHref, overviewRouteRef } from '../../routes';
import { writeOverview } from '../../selection';
import { toSeries } from '../../series';
import { deliverySubject } from '../../words';
import { tierFor } from '../MetricTiles';
import { MetricBlock } from '../OverviewMetrics';
import { titleOf } from './titleOf';
import styles from './MetricWidget.module.css';

/** Properties of {@link MetricWidget}. */
export type MetricWidgetProps = {
  metric: DoraMetricId;
  /** Reference of a component, group, system or domain; or `everything`. */
  entityRef: string;
  /** How long back; 90 days by default. */
  days?: NamedWindow;
  /** Name of one production environment. Default: all of them together. */
  environment?: string;
};

/** Of whom and of what the figure is, leading to where its evidence is. */
function Subject(props: {
  href: string;
  name: ReactNode;
  environment?: string;
  days: NamedWindow;
}) {
  const { href, name, environment, days } = props;
  return (
    <p className={styles.scope}>
      <Link href={href}>{name}</Link>
      {environment ? (
        <>
          {', '}
          <bdi>{environment}</bdi>
        </>
      ) : undefined}
      , last {days} days
    </p>
  );
}

function ComponentWidget(props: MetricWidgetProps) {
  const { metric, entityRef, days = 90, environment } = props;
  const period = useMemo(
    () => toPeriod({ kind: 'last', days }, new Date()),
    [days],
  );
  const { result, reload } = useDelivery({ entityRef, period, environment });
  useReloadOnRefresh(reload);
  const { primaryTitle } = useEntityPresentation(entityRef);
  const href = deliveryHref(useEntityHref()(entityRef), metric, {
    days,
    environment,
  });
  const definition =
    result.state === 'ready'
      ? result.value.definitions.find(({ id }) => id === metric)
      : undefined;
  return (
    <div className={styles.widget}>
      <Subject
        href={href}
        name={<bdi>{primaryTitle}</bdi>}
        environment={environment}
        days={days}
      />
      {result.state === 'ready' && definition ? (
        <MetricTile
          definition={definition}
          value={result.value.metrics.metrics[metric]}
          previous={result.value.previous.metrics[metric]}
          before={describePrevious(period)}
          points={toSeries(result.value.trend, metric)}
          tier={tierFor(result.value.metrics.tiers, metric)}
          action={{ kind: 'link', href }}
          connect={{ href: deliveryHelpPath, label: 'Connect deployments' }}
          surface="plain"
          onRetry={reload}
        />
      ) : (
        <MetricTileSkeleton
          title={titleOf(metric)}
          surface="plain"
          failure={
            result.state === 'failed'
              ? explainFailure(result.error, deliverySubject).short
              : undefined
          }
        />
      )}
    </div>
  );
}

function ScopeName(props: { scope: string }) {
  const { primaryTitle } = useEntityPresentation(props.scope);
  return <bdi>{primaryTitle}</bdi>;
}

function ScopeWidget(props: MetricWidgetProps) {
  const { metric, entityRef: scope, days = 90, environment } = props;
  const page = useRouteRef(overviewRouteRef);
  const { result, reload } = useOverview({
    scope,
    days,
    environment,
    edition: defaultTierEdition,
  });
  useReloadOnRefresh(reload);
  const query = writeOverview(new URLSearchParams(), {
    scope,
    metric,
    days,
    environment,
  });
  const href = `${page?.() ?? ''}?${query}`;
  const definition =
    result.state === 'ready'
      ? result.value.definitions.find(({ id }) => id === metric)
      : undefined;
  return (
    <div className={styles.widget}>
      <Subject
        href={href}
        name={
          scope === wholeCompany ? 'Everything' : <ScopeName scope={scope} />
        }
        environment={environment}
        days={days}
      />
      {result.state === 'ready' && definition ? (
        <MetricBlock
          definition={definition}
          metric={result.value.overview.metrics[metric]}
          before={describePrevious(result.value.overview.period)}
          action={{ kind: 'link', href }}
          surface="plain"
        />
      ) : (
        <MetricTileSkeleton
          title={titleOf(metric)}
          surface="plain"
          failure={
            result.state === 'failed'
              ? explainFailure(result.error, deliverySubject).short
              : undefined
          }
        />
      )}
    </div>
  );
}

/** One figure of a component, or of the services of a scope, over the last days, leading to its evidence. */
export function MetricWidget(props: MetricWidgetProps) {
  const { entityRef } = props;
  if (entityRef === wholeCompany) {
    return <ScopeWidget {...props} />;
  }
  const ref = parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  const full = stringifyEntityRef(ref);
  return ref.kind.toLocaleLowerCase('en-US') === 'component' ? (
    <ComponentWidget {...props} entityRef={full} />
  ) : (
    <ScopeWidget {...props} entityRef={full} />
  );
}
