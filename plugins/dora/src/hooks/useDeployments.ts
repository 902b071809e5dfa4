import { useCallback, useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Deployment, DeploymentPage } from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';
import { useLoad, type Loaded } from '@portal/plugin-metrics-react';
import { doraApiRef } from '../api';

const pageSize = 25;

type Following = {
  /** The first page that these follow; those of another question are dropped. */
  first: DeploymentPage;
  items: Deployment[];
  nextCursor?: string;
  loading: boolean;
  error?: unknown;
};

/** The deployments loaded so far, newest first. */
export type Deployments = {
  items: Deployment[];
  hasMore: boolean;
  loadingMore: boolean;
  /** Why the next page did not come. */
  moreError?: unknown;
};

/** Loads the deployments of an entity in a period, page by page on demand. */
export function useDeployments(options: {
  entityRef: string;
  period: Period;
}): { result: Loaded<Deployments>; reload: () => void; loadMore: () => void } {
  const { entityRef, period } = options;
  const api = useApi(doraApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getDeployments(
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
  const loadFirst = useCallback(
    (signal: AbortSignal) => loadPage(undefined, signal),
    [loadPage],
  );
  const { result: firstResult, reload } = useLoad(loadFirst);
  const first = firstResult.state === 'ready' ? firstResult.value : undefined;
  const [stored, setStored] = useState<Following>();
  const following =
    first && stored?.first === first
      ? stored
      : first && { ...first, first, loading: false };

  const loadMore = async () => {
    if (!following?.nextCursor || following.loading) {
      return;
    }
    const update = (next: Following) =>
      setStored(current =>
        current?.first === following.first ? next : current,
      );
    setStored({ ...following, loading: true, error: undefined });
    try {
      const page = await loadPage(following.nextCursor);
      update({
        first: following.first,
        items: [...following.items, ...page.items],
        nextCursor: page.nextCursor,
        loading: false,
      });
    } catch (error) {
      update({ ...following, loading: false, error });
    }
  };

  if (firstResult.state !== 'ready' || !following) {
    return {
      result:
        firstResult.state === 'failed' ? firstResult : { state: 'loading' },
      reload,
      loadMore,
    };
  }
  return {
    result: {
      state: 'ready',
      value: {
        items: following.items,
        hasMore: Boolean(following.nextCursor),
        loadingMore: following.loading,
        moreError: following.error,
      },
    },
    reload,
    loadMore,
  };
}
