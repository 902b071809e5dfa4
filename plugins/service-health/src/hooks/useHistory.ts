import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  serviceHealthApiRef,
  useLive,
} from '@portal/plugin-service-health-react';

/** How many days are shown. */
const days = 30;

/** The health of the entity whose page it is. */
export function useHistory() {
  const api = useApi(serviceHealthApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return useLive(
    JSON.stringify(['service-health-history', entityRef]),
    useCallback(
      signal => api.getHistory({ entityRef, days }, { signal }),
      [api, entityRef],
    ),
  );
}
