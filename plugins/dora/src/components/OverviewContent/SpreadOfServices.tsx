import { useCallback, useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { DoraMetricId } from '@portal/plugin-dora-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import {
  DistributionPlot,
  LoadFailure,
  TrendChartSkeleton,
  useLoad,
  useEntityHref,
} from '@portal/plugin-metrics-react';
import { useNavigate } from 'react-router-dom';
import { doraApiRef } from '../../api';
import type { OverviewQuestion } from '../../hooks';
import { deliveryHref } from '../../routes';
import { deliverySubject } from '../../words';
import styles from './OverviewContent.module.css';

/** More than one answer of the API holds are not drawn: a part of them would not be their spread. */
export const mostServices = 500;

/** Where the values of the services lie, one dot each, for a metric that does not add up. */
export function SpreadOfServices(props: {
  question: OverviewQuestion;
  definition: MetricDefinition & { id: DoraMetricId };
  demo: boolean;
}) {
  const { question, definition, demo } = props;
  const { scope, days, environment, edition, asOf } = question;
  const { id, title, unit } = definition;
  const api = useApi(doraApiRef);
  const navigate = useNavigate();
  const linkTo = useEntityHref();
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getOverviewServices(
        {
          scope,
          days,
          environment,
          edition,
          asOf,
          metric: id,
          limit: mostServices,
        },
        { signal },
      ),
    [api, scope, days, environment, edition, asOf, id],
  );
  const { result, reload } = useLoad(load);
  const listed = result.state === 'ready' ? result.value.items : undefined;
  const items = useMemo(
    () =>
      (listed ?? []).flatMap(({ entityRef, metrics }) => {
        const value = metrics?.[id].value;
        return value === undefined
          ? []
          : [{ id: entityRef, title: parseEntityRef(entityRef).name, value }];
      }),
    [listed, id],
  );
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure {...deliverySubject} error={result.error} onRetry={reload} />
    );
  }
  if (result.value.nextCursor) {
    return (
      <p className={styles.text}>
        {title} is a median of each service, and medians do not add up. There
        are too many services here to draw each: choose a smaller scope, or look
        at the list below.
      </p>
    );
  }
  return (
    <DistributionPlot
      title={`${title} of each service`}
      meaning={`It is a median of each service, and medians do not add up: so there is no trend of it for several services, but where each one lies. ${definition.description}`}
      unit={unit}
      noun="services"
      items={items}
      fileName={`${id}-of-services`}
      demo={demo}
      onOpen={entityRef =>
        navigate(deliveryHref(linkTo(entityRef), id, question))
      }
    />
  );
}
