import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../api';

/** What a cost can be narrowed down by. */
export const costValueKinds = [
  'environment',
  'provider',
  'serviceCategory',
] as const;

/** @see costValueKinds */
export type CostValueKind = (typeof costValueKinds)[number];

/** The values that can be chosen: those with cost in the period, whatever is chosen now. */
export function useCostValues(question: {
  scope: string;
  from: string;
  to: string;
}) {
  const { scope, from, to } = question;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const answers = await Promise.all(
        costValueKinds.map(groupBy =>
          api.getCosts({ scope, from, to, groupBy }, { signal }),
        ),
      );
      return Object.fromEntries(
        costValueKinds.map((kind, index) => [
          kind,
          answers[index].groups.map(({ key }) => key).filter(Boolean),
        ]),
      ) as Record<CostValueKind, string[]>;
    },
    [api, scope, from, to],
  );
  const { result } = useLoad(load);
  return result.state === 'ready' ? result.value : undefined;
}
