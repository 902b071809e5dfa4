import { useEffect, useState } from 'react';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useDebounced } from '../../hooks/useDebounced';
import { findNameHolder, type NameHolder } from '../../names/findNameHolder';

/** What came of looking for a name. */
export type NameCheck =
  | { state: 'idle' | 'checking' | 'free' | 'failed' }
  | { state: 'taken'; holder: NameHolder };

const pause = 400;

/** Looks whether a name is free, once its writer pauses. Without a name there is nothing to look for. */
export function useNameCheck(
  kind: string,
  name: string | undefined,
): NameCheck {
  const catalogApi = useApi(catalogApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const settled = useDebounced(name, pause);
  const [answer, setAnswer] = useState<{ name: string; check: NameCheck }>();

  useEffect(() => {
    if (settled === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    const settle = (check: NameCheck) => {
      if (!controller.signal.aborted) {
        setAnswer({ name: settled, check });
      }
    };
    findNameHolder(
      { catalogApi, discoveryApi, fetchApi },
      kind,
      settled,
      controller.signal,
    ).then(
      holder => settle(holder ? { state: 'taken', holder } : { state: 'free' }),
      () => settle({ state: 'failed' }),
    );
    return () => controller.abort();
  }, [catalogApi, discoveryApi, fetchApi, kind, settled]);

  if (name === undefined) {
    return { state: 'idle' };
  }
  return answer?.name === name ? answer.check : { state: 'checking' };
}
