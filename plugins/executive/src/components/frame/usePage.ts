import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ExecutiveApi,
  ExecutiveRequestOptions,
  NodeQuery,
} from '@portal/plugin-executive-common';
import { useLoad } from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { useNodeQuery } from './useNodeQuery';

/** Asks a page for the part and the day of the address. Give a function that stays the same. */
export function usePage<T>(
  ask: (
    api: ExecutiveApi,
    query: NodeQuery,
    options: ExecutiveRequestOptions,
  ) => Promise<T>,
) {
  const api = useApi(executiveApiRef);
  const { key } = useNodeQuery();
  const load = useCallback(
    (signal: AbortSignal) => ask(api, JSON.parse(key), { signal }),
    [api, ask, key],
  );
  return useLoad(load);
}
