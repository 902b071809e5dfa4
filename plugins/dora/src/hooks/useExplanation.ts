import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { EntityExplanation } from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';
import { useLoad, type Loaded } from '@portal/plugin-metrics-react';
import { doraApiRef } from '../api';

/** What the figures rest on, as far as it is loaded. */
export type Explained = Loaded<EntityExplanation>;

/** Loads what the figures of an entity and a period rest on. */
export function useExplanation(options: {
  entityRef: string;
  period: Period;
  environment?: string;
}): { result: Explained; reload: () => void } {
  const { entityRef, period, environment } = options;
  const api = useApi(doraApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getExplanation(
        { entityRef: parseEntityRef(entityRef), ...period, environment },
        { signal },
      ),
    [api, entityRef, period, environment],
  );
  return useLoad(load);
}
