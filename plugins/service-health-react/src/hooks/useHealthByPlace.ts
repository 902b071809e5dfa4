import { useMemo } from 'react';
import type { CheckState } from '@portal/plugin-service-health-common';
import { useStates } from './useStates';

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
  const { result } = useStates(environments);
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
