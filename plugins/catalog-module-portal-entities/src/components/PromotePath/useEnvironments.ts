import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useEffect, useState } from 'react';

/** Environments, while they load, when they are there, or why they are not. */
export interface EnvironmentsState {
  environments?: Entity[];
  error?: unknown;
  retry: () => void;
}

// More environments than this are no path that a reader could follow.
const most = 200;

/** All environments of the catalog. */
export function useEnvironments(): EnvironmentsState {
  const catalog = useApi(catalogApiRef);
  const [state, setState] = useState<Omit<EnvironmentsState, 'retry'>>({});
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    const show = (next: Omit<EnvironmentsState, 'retry'>) =>
      current && setState(next);
    setState({});
    catalog
      .queryEntities({
        filter: { kind: 'resource', 'spec.type': 'environment' },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.title',
          'spec',
        ],
        limit: most,
      })
      .then(
        ({ items }) => show({ environments: items }),
        error => show({ error }),
      );
    return () => {
      current = false;
    };
  }, [catalog, attempt]);

  return {
    ...state,
    retry: useCallback(() => setAttempt(count => count + 1), []),
  };
}
