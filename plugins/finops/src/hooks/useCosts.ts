import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { CostsAnswer } from '@portal/plugin-finops-common';
import { useLoad } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../api';
import {
  daysOfPeriod,
  groupingOf,
  intervalOf,
  todayInUtc,
  type CostSelection,
} from '../selection';

/** Which costs a selection asks for. Keeps its identity while that is the same. */
export function useQuestion(selection: CostSelection) {
  const { scope, period, metric, environment, provider } = selection;
  const { serviceCategory, serviceName } = selection;
  const today = todayInUtc();
  const days = daysOfPeriod(period, today);
  const { from, to } = days;
  return useMemo(
    () => ({
      scope,
      from,
      to,
      metric,
      environment,
      provider,
      serviceCategory,
      serviceName,
    }),
    [
      scope,
      from,
      to,
      metric,
      environment,
      provider,
      serviceCategory,
      serviceName,
    ],
  );
}

/** @see useQuestion */
export type Question = ReturnType<typeof useQuestion>;

/** Loads what a scope costs: in all, by group, over time, and compared. */
export function useCosts(selection: CostSelection) {
  const question = useQuestion(selection);
  const { compare, scope, serviceName } = selection;
  const { groupBy = serviceName ? 'resource' : groupingOf(scope) } = selection;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    (signal: AbortSignal): Promise<CostsAnswer> =>
      api.getCosts(
        {
          ...question,
          groupBy,
          compare,
          interval: intervalOf(question),
        },
        { signal },
      ),
    [api, question, groupBy, compare],
  );
  return { question, groupBy, ...useLoad(load) };
}
