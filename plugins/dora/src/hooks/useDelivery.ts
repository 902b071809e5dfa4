import { useCallback, useEffect } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DoraMetricDefinitions,
  EntityMetrics,
  EntitySources,
  EntityTrend,
  TierEditionYear,
} from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';
import {
  intervalFor,
  previousPeriod,
  useLoad,
  wholeIntervals,
  type Loaded,
} from '@portal/plugin-metrics-react';
import { doraApiRef } from '../api';

/** Everything that the tiles and the chart of one entity and one period show. */
export type Delivery = {
  metrics: EntityMetrics;
  /** Those of the period that it is compared with. */
  previous: EntityMetrics;
  trend: EntityTrend;
  definitions: DoraMetricDefinitions['items'];
  sources: EntitySources['items'];
};

const pendingPollMs = 5_000;

/**
 * Loads the figures of an entity. While a source is being read for the first time it looks again every few seconds,
 * so that the figures appear by themselves.
 */
export function useDelivery(options: {
  entityRef: string;
  period: Period;
  /** What it is compared with. Default: the period before. */
  compared?: Period;
  environment?: string;
  /** Default: the default edition. */
  edition?: TierEditionYear;
}): {
  result: Loaded<Delivery>;
  reload: () => void;
} {
  const { entityRef, period, compared, environment, edition } = options;
  const api = useApi(doraApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Delivery> => {
      const request = { entityRef: parseEntityRef(entityRef), environment };
      const interval = intervalFor(period);
      const [metrics, previous, trend, definitions, sources] =
        await Promise.all([
          api.getMetrics({ ...request, ...period, edition }, { signal }),
          api.getMetrics(
            { ...request, ...(compared ?? previousPeriod(period)) },
            { signal },
          ),
          api.getTrend(
            { ...request, ...wholeIntervals(period, interval), interval },
            { signal },
          ),
          api.getDefinitions({ signal }),
          api.getSources(request, { signal }),
        ]);
      return {
        metrics,
        previous,
        trend,
        definitions: definitions.items,
        sources: sources.items,
      };
    },
    [api, entityRef, period, compared, environment, edition],
  );
  const { result, reload } = useLoad(load);

  useEffect(() => {
    const pending =
      result.state === 'ready' &&
      result.value.sources.some(source => source.state === 'pending');
    if (!pending) {
      return undefined;
    }
    const timer = setTimeout(reload, pendingPollMs);
    return () => clearTimeout(timer);
  }, [result, reload]);

  return { result, reload };
}
