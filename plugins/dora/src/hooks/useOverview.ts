import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DeliveryOverview,
  DoraMetricDefinitions,
  OverviewTrend,
  OverviewWindow,
  TrendInterval,
} from '@portal/plugin-dora-common';
import { useLoad } from '@portal/plugin-metrics-react';
import { doraApiRef } from '../api';
import type { OverviewSelection } from '../selection';

/** What the blocks and the chart of a scope show. */
export type Overview = {
  overview: DeliveryOverview;
  trend: OverviewTrend;
  definitions: DoraMetricDefinitions['items'];
};

/** The parts of a selection that another answer belongs to. */
export type OverviewQuestion = { scope: string } & Pick<
  OverviewSelection,
  'days' | 'environment' | 'edition' | 'asOf'
> &
  Partial<Pick<OverviewSelection, 'compare'>>;

// Up to about twenty points.
const intervals: Record<OverviewWindow, TrendInterval> = {
  28: 'week',
  90: 'week',
  365: 'month',
};

/** Loads how the services of a scope are doing. */
export function useOverview(question: OverviewQuestion) {
  const { scope, days, compare, environment, edition, asOf } = question;
  const api = useApi(doraApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Overview> => {
      const request = { scope, days, compare, environment, edition, asOf };
      const [overview, trend, definitions] = await Promise.all([
        api.getOverview(request, { signal }),
        api.getOverviewTrend(
          { ...request, interval: intervals[days] },
          { signal },
        ),
        api.getDefinitions({ signal }),
      ]);
      return { overview, trend, definitions: definitions.items };
    },
    [api, scope, days, compare, environment, edition, asOf],
  );
  return useLoad(load);
}
