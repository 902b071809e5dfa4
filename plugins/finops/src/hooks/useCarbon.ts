import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  carbonDimensions,
  type CarbonAnswer,
} from '@portal/plugin-finops-common';
import { useLoad, type Loaded } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../api';
import type { Grouping } from '../selection';
import type { Question } from './useCosts';

/**
 * Loads how much carbon was estimated beside a cost, by the same groups where factors are about them. Undefined where nobody gave
 * factors, or where one service is looked at: of that alone nothing is summed up.
 */
export function useCarbon(
  question: Question,
  groupBy: Grouping,
): Loaded<CarbonAnswer | undefined> {
  const { serviceName } = question;
  const dimension = carbonDimensions.find(each => each === groupBy);
  const api = useApi(finopsApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<CarbonAnswer | undefined> => {
      if (serviceName) {
        return undefined;
      }
      const { scope, from, to, environment, provider, serviceCategory } =
        question;
      const answer = await api.getCarbon(
        {
          scope,
          from,
          to,
          environment,
          provider,
          serviceCategory,
          groupBy: dimension,
        },
        { signal },
      );
      return answer.state === 'not-configured' ? undefined : answer;
    },
    [api, question, serviceName, dimension],
  );
  return useLoad(load).result;
}
