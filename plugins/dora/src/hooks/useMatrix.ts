import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { EnvironmentMatrix, MatrixRow } from '@portal/plugin-dora-common';
import { doraApiRef } from '../api';
import { usePages, type Pages } from '@portal/plugin-metrics-react';

const pageSize = 200;

/** The services loaded so far, and what runs of them where. */
export type Matrix = Pages<MatrixRow, EnvironmentMatrix>;

/** Loads what runs where of the services of a scope, page by page on demand. */
export function useMatrix(scope: string) {
  const api = useApi(doraApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getEnvironmentMatrix({ scope, cursor, limit: pageSize }, { signal }),
    [api, scope],
  );
  return usePages<MatrixRow, EnvironmentMatrix>(loadPage);
}
