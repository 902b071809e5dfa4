import { useCallback, useMemo } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import type {
  CheckState,
  CheckStates,
} from '@portal/plugin-service-health-common';
import { serviceHealthApiRef } from '../serviceHealthApiRef';
import { useLive } from './useLive';

/** What one answer of the backend holds at most. Those that are worst come first, so that nothing bad is left out. */
const most = 1000;

/**
 * Finds the worst check of a service in an environment, whose name may be in any case; undefined where nobody watches it.
 *
 * @public
 */
export type HealthByPlace = (
  entityRef: string,
  environment: string,
) => CheckState | undefined;

/**
 * How services are doing in each environment, kept up to date, for views that are about something else. It is never
 * known where the portal watches no services, where the reader may not see it, and where it can not be asked: such a view
 * goes on without.
 *
 * @public
 */
export function useHealthByPlace(
  environments?: readonly string[],
): HealthByPlace {
  const api = useApiHolder().get(serviceHealthApiRef);
  // A board makes a new list with each drawing; the names are the question.
  const names = environments?.join(',') ?? '';
  const { result } = useLive(
    JSON.stringify(['service-health-by-place', names]),
    useCallback(
      async (signal: AbortSignal): Promise<CheckStates | undefined> =>
        api?.getStates(
          { environments: names ? names.split(',') : undefined, limit: most },
          { signal },
        ),
      [api, names],
    ),
  );
  const states = result.state === 'ready' ? result.value : undefined;
  return useMemo(() => {
    const worst = new Map<string, CheckState>();
    for (const check of states?.items ?? []) {
      const place = placeOf(check.entityRef, check.environment);
      if (!worst.has(place)) {
        worst.set(place, check);
      }
    }
    return (entityRef, environment) =>
      worst.get(placeOf(entityRef, environment));
  }, [states]);
}

function placeOf(entityRef: string, environment: string): string {
  return `${entityRef} ${environment}`.toLocaleLowerCase('en-US');
}
