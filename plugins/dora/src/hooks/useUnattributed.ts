import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  UnattributedPage,
  UnattributedReport,
} from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';
import { usePages } from '@portal/plugin-metrics-react';
import { doraApiRef } from '../api';

const pageSize = 20;

/** Loads what is charged to no deployment of an entity in a period, page by page on demand. */
export function useUnattributed(options: {
  entityRef: string;
  period: Period;
}) {
  const { entityRef, period } = options;
  const api = useApi(doraApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getEntityUnattributed(
        {
          entityRef: parseEntityRef(entityRef),
          ...period,
          limit: pageSize,
          cursor,
        },
        { signal },
      ),
    [api, entityRef, period],
  );
  return usePages<UnattributedReport, UnattributedPage>(loadPage);
}
