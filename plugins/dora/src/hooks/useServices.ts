import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ServicePage } from '@portal/plugin-dora-common';
import { doraApiRef } from '../api';
import type { OverviewSelection } from '../selection';
import type { OverviewQuestion } from './useOverview';
import { usePages, type Pages } from '@portal/plugin-metrics-react';

const pageSize = 50;

/** A service of a list; without figures where nothing of it is known. */
export type ListedService = ServicePage['items'][number];

/** The services loaded so far. */
export type Services = Pages<ListedService, ServicePage>;

/** Loads the services of a scope with their figures, page by page on demand. */
export function useServices(
  question: OverviewQuestion & Pick<OverviewSelection, 'metric' | 'order'>,
) {
  const { scope, days, compare, environment, edition, asOf } = question;
  const { metric, order } = question;
  const api = useApi(doraApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getOverviewServices(
        {
          scope,
          days,
          compare,
          environment,
          edition,
          asOf,
          metric,
          order,
          limit: pageSize,
          cursor,
        },
        { signal },
      ),
    [api, scope, days, compare, environment, edition, asOf, metric, order],
  );
  return usePages<ListedService, ServicePage>(loadPage);
}
