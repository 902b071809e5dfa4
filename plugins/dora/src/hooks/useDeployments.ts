import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Deployment, DeploymentPage } from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';
import { doraApiRef } from '../api';
import { usePages, type Pages } from '@portal/plugin-metrics-react';

const pageSize = 25;

/** The deployments loaded so far, newest first. */
export type Deployments = Omit<Pages<Deployment>, 'first'>;

/** Loads the deployments of an entity in a period, page by page on demand. */
export function useDeployments(options: {
  entityRef: string;
  period: Period;
  environment?: string;
}) {
  const { entityRef, period, environment } = options;
  const api = useApi(doraApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getDeployments(
        {
          entityRef: parseEntityRef(entityRef),
          ...period,
          environment,
          limit: pageSize,
          cursor,
        },
        { signal },
      ),
    [api, entityRef, period, environment],
  );
  return usePages<Deployment, DeploymentPage>(loadPage);
}
