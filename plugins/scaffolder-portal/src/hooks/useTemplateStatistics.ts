import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@portal/plugin-metrics-react';
import type {
  ScaffolderPortalApi,
  TemplateStatisticsList,
} from '@portal/plugin-scaffolder-portal-common';
import { scaffolderPortalApiRef } from '../api';

const lifetime = 15_000;

/** Every card of a page asks the same, and one answer serves them all. */
const asked = new WeakMap<
  ScaffolderPortalApi,
  { at: number; answer: Promise<TemplateStatisticsList> }
>();

function askOnce(api: ScaffolderPortalApi): Promise<TemplateStatisticsList> {
  const before = asked.get(api);
  if (before && Date.now() - before.at < lifetime) {
    return before.answer;
  }
  const answer = api.templates();
  asked.set(api, { at: Date.now(), answer });
  answer.catch(() => asked.delete(api));
  return answer;
}

/** How one template does. */
export function useTemplateStatistics(templateRef: string) {
  const api = useApi(scaffolderPortalApiRef);
  const { result } = useLoad(
    useCallback(async () => {
      const { days, items } = await askOnce(api);
      return {
        days,
        statistics: items.find(one => one.templateRef === templateRef),
      };
    }, [api, templateRef]),
  );
  return result;
}

/** How all of them do. */
export function useAllTemplateStatistics() {
  const api = useApi(scaffolderPortalApiRef);
  const { result } = useLoad(useCallback(() => askOnce(api), [api]));
  return result;
}
