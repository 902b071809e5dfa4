import { useCallback } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { everything } from '@portal/plugin-metrics-common';
import {
  EntityLink,
  explainFailure,
  FigureTile,
  formatNumber,
  useLoad,
} from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { securityScoreApiRef } from '../../api';
import { securityPath, securityRouteRef, subPaths } from '../../routes';
import { scoreSubject } from '../../words';
import { CoverageWords, ScoreBadge, SeverityCounts } from '../parts';

function fullScope(text: string): string {
  return text === everything
    ? everything
    : stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: 'component',
          defaultNamespace: 'default',
        }),
      );
}

function ServiceTile(props: { entityRef: string; href: string }) {
  const { entityRef, href } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getScore({ entityRef }, { signal }),
    [api, entityRef],
  );
  const { result, reload } = useLoad(load);
  useReloadOnRefresh(reload);
  const score = result.state === 'ready' ? result.value : undefined;
  return (
    <FigureTile
      title="Security score"
      meaning="How safe the service is, of what is known of it: 0 to 100."
      href={href}
      surface="plain"
      value={
        result.state === 'failed'
          ? explainFailure(result.error, scoreSubject).short
          : score && <ScoreBadge score={score.score} grade={score.grade} />
      }
    >
      <p>
        <EntityLink entityRef={entityRef} />
      </p>
      {score?.state === 'ok' ? (
        <>
          <p>
            <CoverageWords
              coverage={score.coverage}
              confidence={score.confidence}
            />
          </p>
          <p>
            <SeverityCounts counts={score.open} none="No open findings" />
          </p>
        </>
      ) : undefined}
    </FigureTile>
  );
}

function PortfolioTile(props: { scope: string; href: string }) {
  const { scope, href } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getScores(
        { scope: scope === everything ? undefined : scope, limit: 1 },
        { signal },
      ),
    [api, scope],
  );
  const { result, reload } = useLoad(load);
  useReloadOnRefresh(reload);
  const page = result.state === 'ready' ? result.value : undefined;
  let value: string | undefined;
  if (page) {
    value =
      page.weighted === undefined
        ? 'No score yet'
        : formatNumber(page.weighted);
  } else if (result.state === 'failed') {
    value = explainFailure(result.error, scoreSubject).short;
  }
  return (
    <FigureTile
      title="Security score"
      meaning="The mean of the scores of the services, each weighted by how critical it is. Services without a score are not in it."
      href={href}
      surface="plain"
      value={value}
    >
      <p>
        {scope === everything ? 'Everything' : <EntityLink entityRef={scope} />}
      </p>
      {page ? (
        <>
          <p>
            {formatNumber(page.scored)} of {formatNumber(page.total)} services
            have a score
          </p>
          <p>
            {formatNumber(page.byGrade.D + page.byGrade.E)} have grade D or E
          </p>
        </>
      ) : undefined}
    </FigureTile>
  );
}

/** How safe somebody's services are, on a board, leading to the page of security. */
export function SecurityScoreWidget(props: WidgetProps) {
  const scope = fullScope(String(props.settings.scope ?? everything));
  const root = useRouteRef(securityRouteRef)?.() ?? securityPath;
  if (scope.startsWith('component:')) {
    const { namespace, name } = parseEntityRef(scope);
    return (
      <ServiceTile
        entityRef={scope}
        href={`/catalog/${namespace}/component/${name}/security`}
      />
    );
  }
  const query =
    scope === everything ? '' : `?${new URLSearchParams({ scope })}`;
  return (
    <PortfolioTile
      scope={scope}
      href={`${root}/${subPaths.overview}${query}`}
    />
  );
}
