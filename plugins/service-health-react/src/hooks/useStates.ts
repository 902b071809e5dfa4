import { useCallback } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import type { CheckStates } from '@portal/plugin-service-health-common';
import { serviceHealthApiRef } from '../serviceHealthApiRef';
import { useLive } from './useLive';

/** What one answer of the backend holds at most. Those that are worst come first, so that nothing bad is left out. */
const most = 1000;

/**
 * How services are doing in some environments, by name, or in all; kept up to date. All views of a page share the answer. It is
 * undefined where the portal watches no services.
 *
 * @public
 */
export function useStates(environments?: readonly string[]) {
  const api = useApiHolder().get(serviceHealthApiRef);
  // A board makes a new list with each drawing; the names are the question. Order and case do not matter.
  const names = (environments ?? [])
    .map(name => name.toLocaleLowerCase('en-US'))
    .sort()
    .join(',');
  return useLive(
    JSON.stringify(['service-health', names]),
    useCallback(
      async (signal: AbortSignal): Promise<CheckStates | undefined> =>
        api?.getStates(
          { environments: names ? names.split(',') : undefined, limit: most },
          { signal },
        ),
      [api, names],
    ),
  );
}
