import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@portal/plugin-metrics-react';
import { scaffolderPortalApiRef } from '../api';

/** Loads the price list. */
export function usePrices() {
  const api = useApi(scaffolderPortalApiRef);
  const { result, reload } = useLoad(
    useCallback(signal => api.prices({ signal }), [api]),
  );
  return { ...result, reload };
}
