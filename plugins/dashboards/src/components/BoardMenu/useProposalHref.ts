import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  dashboardNameOf,
  type PersonalBoard,
} from '@portal/plugin-dashboards-common';
import { useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';
import { proposalFormPath, proposalTemplateRef } from '../../routes';
import { githubRepositoryOf } from './githubRepositoryOf';

/** What the scaffolder asks of whoever runs a template. */
const runTemplates = {
  type: 'basic',
  name: 'scaffolder.task.create',
  attributes: { action: 'create' },
} as const;

/**
 * The form that proposes a board by pull request, filled in; undefined where there is none, or the reader may not use it. The
 * repository is that of the board which it was copied from, where that is known.
 */
export function useProposalHref(personal: PersonalBoard): string | undefined {
  const { copiedFrom, id, title } = personal;
  const catalog = useApi(catalogApiRef);
  const { allowed } = usePermission({ permission: runTemplates });
  const { result } = useLoad(
    useCallback(async () => {
      const entityRefs = [proposalTemplateRef];
      if (copiedFrom?.startsWith('dashboard:')) {
        entityRefs.push(copiedFrom);
      }
      const { items } = await catalog.getEntitiesByRefs({ entityRefs });
      return items;
    }, [catalog, copiedFrom]),
  );
  const [template, original] = result.state === 'ready' ? result.value : [];
  if (!allowed || !template) {
    return undefined;
  }
  const name = dashboardNameOf(title);
  const formData = JSON.stringify({
    board: id,
    name,
    path: `dashboards/${name}.yaml`,
    repoUrl: original && githubRepositoryOf(original),
  });
  return `${proposalFormPath}?${new URLSearchParams({ formData })}`;
}
