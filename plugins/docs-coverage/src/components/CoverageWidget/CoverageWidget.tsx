import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { CoverageGrouping } from '@portal/plugin-docs-coverage-common';
import {
  LoadFailure,
  useKept,
  type FailureSubject,
} from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  WidgetSkeleton,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { docsCoverageApiRef } from '../../api';
import { CoverageSummary } from './CoverageSummary';

const documentation: FailureSubject = {
  subject: 'figures of documentation',
  permission: 'docs-coverage.read',
};

/** How much is documented, on a board. */
export function CoverageWidget(props: WidgetProps) {
  const { settings, entityRef } = props;
  const api = useApi(docsCoverageApiRef);
  const scope =
    settings.scope === undefined ? entityRef : String(settings.scope);
  const by = settings.by as CoverageGrouping;
  const { result, reload } = useKept(
    JSON.stringify(['docs-coverage', scope, by]),
    useCallback(
      async (signal: AbortSignal) => {
        const { groups = [], ...overview } = await api.getOverview(
          { scope, by },
          { signal },
        );
        return { overview, groups };
      },
      [api, scope, by],
    ),
  );
  useReloadOnRefresh(reload);
  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure {...documentation} error={result.error} onRetry={reload} />
    );
  }
  return (
    <CoverageSummary
      {...result.value}
      scope={scope}
      by={by}
      limit={Number(settings.limit)}
      age={{ ...documentation, ...result }}
    />
  );
}
